namespace Budgeting.Web.Api.Http;

/// <summary>An example of each type that the API takes, in JSON.</summary>
internal sealed record SchemaExamples(IReadOnlyDictionary<Type, string> ByType)
{
    /// <summary>An id, where an example needs one.</summary>
    public const string SomeId = "01920000-0000-7000-8000-000000000000";
}
