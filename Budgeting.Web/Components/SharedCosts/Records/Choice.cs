using Budgeting.Web.Components.Ui;

namespace Budgeting.Web.Components.SharedCosts;

/// <summary>What a new record can be of. Of several nobody is guessed, since nobody would notice.</summary>
internal static class Choice
{
    /// <param name="isNew">Whether one is still to be chosen.</param>
    public static IReadOnlyList<SelectOption<Guid?>> Of(IReadOnlyList<SelectOption<Guid?>> options, bool isNew) =>
        isNew && options.Count > 1 ? [new(null, "Choose…"), .. options] : options;

    public static Guid? OnlyOf(IReadOnlyList<SelectOption<Guid?>> options) => options is [var only] ? only.Value : null;
}
