using Budgeting.Core.Execution;
using Budgeting.Tests.Support;
using Budgeting.Web.Paper.Execution;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Tests.Paper;

/// <summary>Obligations on paper: what is read back from them is what the office's books say.</summary>
public sealed class ObligationPdfTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public async Task Request_SaysWhatIsLeftOfTheAllotment_WithoutIt_AndBehindIt()
    {
        var office = await Office.CreateAsync(fixture.World.Services, released: 300);
        await office.ActiveAsync(30);
        var obligation = await office.RequestedAsync(40);

        var lines = await LinesAsync(office, obligation, ObligationPaperKind.Request);

        lines.Should().ContainInOrder(
            $"Office {obligation.ReferenceNo}",
            "Obligation request",
            $"It is requested to obligate $40.00 for {obligation.Payee}.",
            $"Payee {obligation.Payee}",
            "Program 1000 Program 1000",
            "Allotment Quarter 1",
            "Requested by Mia",
            "Allotted, as of 11/21/2026 $300.00",
            "Used by other obligations $30.00",
            "Available for this one $270.00",
            "This obligation $40.00",
            "Left of the allotment $230.00");
        lines.Should().NotContain(l => l.StartsWith("Approved by Paul", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Certificate_NamesWhoApproved_AndTheEntryOfTheAuditTrail()
    {
        var office = await Office.CreateAsync(fixture.World.Services, released: 300);
        var obligation = await office.ActiveAsync(40);

        var lines = await LinesAsync(office, obligation, ObligationPaperKind.Certificate);

        await using var db = fixture.World.Db(office.Admin.OrganizationId);
        var entry = await db.AuditEntries.Where(e => e.EntityId == obligation.Id).OrderBy(e => e.Sequence).LastAsync();
        lines.Should().Contain("Certificate of available allotment").And.Contain("Approved by Paul");
        lines.Should().Contain(Convert.ToHexStringLower(entry.Hash));
    }

    [Fact]
    public async Task WhatIsNotApproved_HasNoCertificate_AndWhatIsCancelled_NoPaper()
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        var obligation = await office.RequestedAsync(40);
        var obligations = office.Member.Get<ObligationsService>();

        await ((Func<Task>)(() => obligations.PaperAsync(obligation.Id, ObligationPaperKind.Certificate, default))).ShouldConflictAsync("obligation.not-approved");
        await obligations.CancelAsync(obligation.Id, "Not needed", version: null, default);

        await ((Func<Task>)(() => obligations.PaperAsync(obligation.Id, ObligationPaperKind.Request, default))).ShouldConflictAsync("obligation.ended");
    }

    private static async Task<IReadOnlyList<string>> LinesAsync(Office office, ObligationDto obligation, ObligationPaperKind kind)
    {
        var paper = await office.Member.Get<ObligationsService>().PaperAsync(obligation.Id, kind, default);
        using var file = TestPdf.Open(() => ObligationPdf.Of(paper, kind));
        file.NumberOfPages.Should().Be(1);
        return file.GetPage(1).Lines();
    }
}
