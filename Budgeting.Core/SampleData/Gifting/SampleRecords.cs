using Budgeting.Core.Gifting;

namespace Budgeting.Core.SampleData;

/// <param name="Turns">The age reached at the next birthday.</param>
internal sealed record SamplePerson(string Name, int Turns, int BirthdayInDays, string? Notes = null);

/// <summary>An occasion with what is set aside in it, by the recipient's name, and its gifts.</summary>
internal sealed record SampleOccasion(OccasionInput Input, IReadOnlyDictionary<string, decimal> SubBudgets, IReadOnlyList<SampleGift> Gifts);

/// <summary>A gift for the person named <paramref name="For"/>, or for nobody in particular.</summary>
internal sealed record SampleGift(string? For, GiftInput Input);
