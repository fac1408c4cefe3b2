namespace Budgeting.Tests.Support;

/// <summary>Pictures that a browser shows, of a few pixels.</summary>
public static class TestPictures
{
    public static byte[] Png { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR42mM4EaABRAwQCgAljgUBQTLeRwAAAABJRU5ErkJggg==");

    public static byte[] Gif { get; } = Convert.FromBase64String("R0lGODlhAQABAPAAAMhQKP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==");
}
