using Budgeting.Core.Execution;
using Budgeting.Web.Components.Ui;

namespace Budgeting.Web.Components.Execution;

/// <summary>How far the programs' money has come as bars: all pieces of one are what is approved of it now.</summary>
internal static class StatementChart
{
    public static IReadOnlyList<ChartGroup> Of(IReadOnlyList<StatementProgram> programs) => [.. programs.Select(GroupOf)];

    private static ChartGroup GroupOf(StatementProgram program)
    {
        var figures = program.All.Figures;
        return new ChartGroup(
            program.All.ProgramCode,
            $"{program.All.ProgramCode} {program.All.ProgramName}",
            Below: null,
            [
                new ChartBar(
                    new ChartPiece("Paid", figures.Paid, "spent"),
                    new ChartPiece("Obligated, not paid", figures.Unpaid, "committed"),
                    new ChartPiece("Allotted, not obligated", figures.Unobligated!.Value, "allotted"),
                    new ChartPiece("Not allotted", figures.Unallotted!.Value, "left")),
            ]);
    }
}
