using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.SharedCosts;

/// <summary>How a reading of a period is filled in.</summary>
internal sealed class ReadingRules(SharedCostsRepository repository, Guid periodId)
{
    private const decimal MaxReading = 100_000_000;
    private const string NoProperty = "Choose a property.";

    // An import asks for the same ones again and again.
    private readonly Dictionary<Guid, bool> _items = [];
    private readonly Dictionary<Guid, string?> _properties = [];

    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    public async Task ApplyAsync(Reading reading, ReadingInput input, CancellationToken cancellationToken)
    {
        var check = new Check();
        check.That(input.BudgetItemId is { } item && await HasItemAsync(item, cancellationToken), "budgetItemId", "Choose a budget item of this period.");
        var refusal = await RefusalOfAsync(input.PropertyId, cancellationToken);
        check.That(refusal is null, "propertyId", refusal ?? "");
        reading.MeterSerial = check.Required(input.MeterSerial, "meterSerial", "the meter's serial number", 60);
        CheckReading(check, input.StartReading, "startReading");
        CheckReading(check, input.EndReading, "endReading");
        check.That(
            input.Capacity is not null || !(input.EndReading < input.StartReading), "endReading", "It is before the start. Enter the meter's capacity if it went round.");
        check.That(
            input.Capacity is null || (input.Capacity <= MaxReading && input.Capacity >= (input.StartReading ?? 0) && input.Capacity >= (input.EndReading ?? 0)),
            "capacity",
            "The capacity is at least what the meter shows, and at most 100,000,000.");
        check.That(input.Capacity is null || decimal.Round(input.Capacity.Value, Amounts.Decimals) == input.Capacity, "capacity", "Use at most six decimals.");
        check.ThrowIfAny();
        (reading.BudgetItemId, reading.PropertyId, reading.Estimated) = (input.BudgetItemId!.Value, input.PropertyId!.Value, input.Estimated);
        (reading.StartReading, reading.EndReading, reading.Capacity) = (input.StartReading!.Value, input.EndReading!.Value, input.Capacity);
    }

    private static void CheckReading(Check check, decimal? reading, string field)
    {
        check.That(reading is not null, field, "Enter what the meter shows.");
        check.That(reading is null or (>= 0 and <= MaxReading), field, "Enter 0 to 100,000,000.");
        check.That(reading is null || decimal.Round(reading.Value, Amounts.Decimals) == reading, field, "Use at most six decimals.");
    }

    private async Task<bool> HasItemAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!_items.TryGetValue(id, out var known))
        {
            _items[id] = known = (await repository.ItemAsync(id, cancellationToken))?.PeriodId == periodId;
        }

        return known;
    }

    /// <summary>Why the property can't be read for this period; <c>null</c>: it can.</summary>
    private async Task<string?> RefusalOfAsync(Guid? propertyId, CancellationToken cancellationToken)
    {
        if (propertyId is not { } id)
        {
            return NoProperty;
        }

        if (!_properties.TryGetValue(id, out var refusal))
        {
            _properties[id] = refusal = await FindRefusalAsync(id, cancellationToken);
        }

        return refusal;
    }

    // Nobody would bear what a property without a part counts.
    private async Task<string?> FindRefusalAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await repository.PropertyAsync(id, cancellationToken) is not { } property)
        {
            return NoProperty;
        }

        if (await repository.HasPartAsync(periodId, id, cancellationToken))
        {
            return null;
        }

        var period = (await repository.PeriodAsync(periodId, cancellationToken))!;
        return period.Frozen
            ? $"{property.Name} has no part in {period.Name}, which goes by the properties that it was first closed with. Have it take over those of now first."
            : $"{property.Name} belongs to nobody on the days of {period.Name}, so nobody would pay for it. Say first since when it has its owner.";
    }
}
