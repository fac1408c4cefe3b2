using System.Globalization;

namespace Budgeting.Web.Commands;

/// <summary>A new file that has its name once all of it is on the disk: never half of it, and never in place of another one.</summary>
internal sealed class WholeFile : IAsyncDisposable
{
    private readonly string _path;
    private readonly FileStream _file;

    /// <exception cref="IOException">It is there already, or can't be written.</exception>
    public WholeFile(string path)
    {
        _path = Path.GetFullPath(path);
        if (Path.Exists(_path))
        {
            throw new IOException("It is there already.");
        }

        _file = new FileStream(string.Create(CultureInfo.InvariantCulture, $"{_path}.{Guid.NewGuid():N}.part"), FileMode.CreateNew, FileAccess.Write);
    }

    public Stream Content => _file;

    /// <exception cref="IOException">Another one of its name is there meanwhile, or the disk is full.</exception>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await _file.FlushAsync(cancellationToken);
        _file.Flush(flushToDisk: true);
        File.Move(_file.Name, _path, overwrite: false);
    }

    public async ValueTask DisposeAsync()
    {
        var name = _file.Name;
        try
        {
            await _file.DisposeAsync();
        }
        finally
        {
            File.Delete(name);
        }
    }
}
