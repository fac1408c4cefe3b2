using Budgeting.Core.Kernel.Csv;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Gifting;

/// <summary>An occasion's gifts as a file for spreadsheets, and such a file's lines as gifts.</summary>
public sealed class GiftImportService(UnitOfWorkFactory units, CurrentMember current, RemovedPictures pictures, TimeProvider time)
{
    private const string LineTotal = "lineTotal";

    private static readonly CsvFields<GiftInput, GiftDto> Fields = new(GiftInput.Fields, new GiversCell(), LineTotal);

    /// <summary>The gifts in the order of the board. Imported elsewhere, they make the same file again.</summary>
    /// <exception cref="NotFoundException">No such occasion here.</exception>
    public async Task<CsvFile> ExportAsync(Guid occasionId, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new GiftingRepository(work);
        var occasion = await GiftRules.RequireOccasionAsync(repository, occasionId, cancellationToken);
        var (currency, names) = (await current.CurrencyAsync(cancellationToken), await NamesAsync(repository, makePerson: null, cancellationToken));
        var gifts = await repository.TableAsync(occasionId, GiftFilter.All, new GiftOrder(GiftColumn.Status), int.MaxValue, cancellationToken);
        return CsvFile.Write(
            $"{occasion.Name} gifts",
            [.. Fields.Columns.Names, LineTotal],
            gifts.Select(g => (IReadOnlyList<object?>)[.. Fields.Write(g, currency, names.Of), CsvFile.Amount(g.LineTotal, currency)]));
    }

    /// <summary>What <see cref="ImportAsync"/> would do, people it would add included. Writes nothing.</summary>
    /// <exception cref="NotFoundException">No such occasion here.</exception>
    /// <exception cref="InvalidException">The file or some of its lines are wrong, each by line and column: <c>import.invalid</c>.</exception>
    public async Task<GiftImport> PreviewAsync(Guid occasionId, ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(Role.Member, cancellationToken);
        return (await PlanAsync(work, occasionId, file, addPeople: true, cancellationToken)).Answer;
    }

    /// <summary>Adds a gift for each line of a file that isn't there yet: all of them, or none.</summary>
    /// <param name="occasionId">The occasion.</param>
    /// <param name="file">Up to 1 MiB and 5,000 lines, in UTF-8.</param>
    /// <param name="addPeople">Adds recipients whom nobody is called like; without it, their lines are wrong.</param>
    /// <param name="cancellationToken">Ends it before anything is written.</param>
    /// <inheritdoc cref="PreviewAsync"/>
    public async Task<GiftImport> ImportAsync(Guid occasionId, ReadOnlyMemory<byte> file, bool addPeople, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Member, cancellationToken);
        var (records, gifts, answer) = await PlanAsync(work, occasionId, file, addPeople, cancellationToken);
        await AddAsync(new GiftingRepository(work), records, occasionId, gifts, cancellationToken);
        return await work.CommitAsync(() => gifts.Count == 0 ? answer : answer with { WriteId = work.WriteId }, cancellationToken);
    }

    private async Task<(GiftRecords Records, IReadOnlyList<ImportLine<Line>> New, GiftImport Answer)> PlanAsync(
        UnitOfWork work, Guid occasionId, ReadOnlyMemory<byte> file, bool addPeople, CancellationToken cancellationToken)
    {
        var repository = new GiftingRepository(work);
        await GiftRules.RequireOccasionAsync(repository, occasionId, cancellationToken);
        var records = await GiftRecords.OpenAsync(work, current, pictures, time, cancellationToken);
        var table = CsvTable.Read(file.Span, Fields.Columns);
        var names = await NamesAsync(repository, addPeople ? records.AddPerson : null, cancellationToken);
        var plan = new ImportPlan<Line>((line, occurrence) => ImportKey.Of(Fields.ContentOf(line.Gift), occurrence));
        var lines = plan.KeysOf(await ReadAsync(table, records, occasionId, names, cancellationToken));
        table.ThrowIfAny();

        var read = lines.Select(l => l.Input.Gift.Name).ToHashSet(StringComparer.Ordinal);
        var others = (await repository.NotImportedAsync(occasionId, cancellationToken)).Where(g => read.Contains(g.Name));
        var added = plan.NewOf(lines, await repository.ImportKeysAsync(occasionId, cancellationToken), others.Select(g => new Line(g.ToInput(), g)));
        var total = added.Sum(l => TotalOf(l.Input.Gift));
        if (total > 0 && await repository.SumAsync(occasionId, cancellationToken) + total > GiftRules.MaxSum)
        {
            throw CsvErrors.OfFile("An occasion's gifts can cost at most 500,000,000,000 together.");
        }

        return (records, added, new GiftImport(
            added.Count,
            lines.Count - added.Count,
            total,
            [.. names.NewPeople.Select(p => p.Name)],
            table.Ignored,
            [.. added.Take(GiftImport.MostShown).Select(l => ImportedOf(l.Line, l.Input.Gift, names))]));
    }

    // Each line by the rules of a gift that is written; its gift isn't added, since its id depends on what else is new.
    private async Task<List<(int Line, Line Input)>> ReadAsync(
        CsvTable table, GiftRecords records, Guid occasionId, GiftNames names, CancellationToken cancellationToken)
    {
        var (lines, currency) = (new List<(int, Line)>(table.Rows.Count), await current.CurrencyAsync(cancellationToken));
        foreach (var row in table.Rows)
        {
            var gift = records.New(Guid.Empty, occasionId);
            var input = await Fields.ReadAsync(row, currency, names.Of, read => records.WriteAsync(gift, read, cancellationToken));
            lines.Add((row.Line, new Line(input, records.Answer(gift))));
        }

        return lines;
    }

    private async Task<GiftNames> NamesAsync(GiftingRepository repository, Func<string, Person>? makePerson, CancellationToken cancellationToken) =>
        await GiftNames.ReadAsync(repository, await current.OrganizationAsync(cancellationToken), makePerson, cancellationToken);

    private async Task AddAsync(
        GiftingRepository repository, GiftRecords records, Guid occasionId, IReadOnlyList<ImportLine<Line>> lines, CancellationToken cancellationToken)
    {
        var moment = await repository.MomentAsync(cancellationToken);
        var numbers = NumbersOf(lines, await repository.KeptPeopleAsync(occasionId, cancellationToken));
        var now = time.GetUtcNow();
        for (var i = 0; i < lines.Count; i++)
        {
            var gift = records.New(ImportIds.Of(now, numbers[i]), occasionId);
            await records.WriteAsync(gift, lines[i].Input.Input, cancellationToken);
            (gift.ImportKey, gift.Place) = (lines[i].Key, BoardPlace.Last(moment, i));
            repository.Add(gift);
        }
    }

    // Ids count the lines, and nobody must be able to count what is kept from them: such gifts come behind the others, those for each
    // person in numbers of their own.
    private static int[] NumbersOf(IReadOnlyList<ImportLine<Line>> lines, IReadOnlySet<Guid> keptFrom)
    {
        var owners = lines.Select(l => l.Input.Gift.RecipientId is { } recipient && keptFrom.Contains(recipient) ? recipient : Guid.Empty).ToList();
        var open = owners.Count(o => o == Guid.Empty);
        var next = owners.Distinct().ToDictionary(o => o, o => o == Guid.Empty ? 0 : open);
        return [.. owners.Select(o => next[o]++)];
    }

    private static ImportedGift ImportedOf(int line, GiftDto gift, GiftNames names) =>
        new(line, gift.Name, names.PersonName(gift.RecipientId), gift.Status, gift.Quantity, TotalOf(gift));

    // The database counts a gift when it is added.
    private static decimal TotalOf(GiftDto gift) => GiftPrice.Of(gift).Total;

    /// <summary>What a line says, and the gift that it would be.</summary>
    private sealed record Line(GiftInput Input, GiftDto Gift);
}
