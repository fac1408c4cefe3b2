using Budgeting.Core.Kernel;
using Budgeting.Core.SharedCosts;

namespace Budgeting.Web.Api;

/// <summary>To whom statements are issued.</summary>
public sealed record StatementsInput
{
    /// <summary><c>null</c>: to every owner.</summary>
    public Guid? OwnerId { get; init; }
}

internal static class StatementsEndpoints
{
    public static void MapStatements(this IEndpointRouteBuilder api)
    {
        var period = api.MapGroup("/periods/{id:guid}/statements").WithTags("Statements");
        period.MapGet("", ListAsync).WithName("listStatements").WithSummary("What owners were told of a period, in the order in which it was issued");
        period.MapPost("", IssueAsync).WithName("issueStatements").WithSummary("Issue statements to who has none, and corrections to who has an old one");
        api.MapGet("/statements/{id:guid}", GetAsync).WithTags("Statements").WithName("getStatement").WithSummary("One statement, as it was issued");
    }

    private static Task<Page<StatementSummary>> ListAsync(Guid id, StatementsService statements, CancellationToken cancellationToken) =>
        Answers.AllAsync(statements.ListAsync(id, cancellationToken));

    private static Task<Written<IssuedStatements>> IssueAsync(
        Guid id, OptionalBody<StatementsInput> body, StatementsService statements, CancellationToken cancellationToken) =>
        Answers.WrittenAsync(statements.IssueAsync(id, body.Value.OwnerId, cancellationToken), issued => issued);

    private static Task<Record<StatementDto>> GetAsync(Guid id, StatementsService statements, CancellationToken cancellationToken) =>
        Answers.RecordAsync(statements.GetAsync(id, cancellationToken));
}
