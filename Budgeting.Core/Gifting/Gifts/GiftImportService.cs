using Budgeting.Core.Kernel.Csv;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.Gifting;

/// <summary>An occasion's gifts as a file for spreadsheets, and such a file's lines as gifts.</summary>
public sealed class GiftImportService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
{
    /// <summary>The gifts in the order of the board. Imported elsewhere, they make the same file again.</summary>
    /// <exception cref="NotFoundException">No such occasion here.</exception>
    public async Task<CsvFile> ExportAsync(Guid occasionId, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new GiftingRepository(work);
        var occasion = await RequireOccasionAsync(repository, occasionId, cancellationToken);
        return GiftCsv.Write(
            occasion.Name,
            await repository.TableAsync(occasionId, GiftFilter.All, new GiftOrder(GiftColumn.Status), int.MaxValue, cancellationToken),
            await repository.PeopleNamesAsync(cancellationToken),
            await repository.MemberNamesAsync(cancellationToken),
            await current.CurrencyAsync(cancellationToken));
    }

    /// <summary>What <see cref="ImportAsync"/> would do, people it would add included. Writes nothing.</summary>
    /// <exception cref="NotFoundException">No such occasion here.</exception>
    /// <exception cref="InvalidException">The file or some of its lines are wrong, each by line and column: <c>import.invalid</c>.</exception>
    public async Task<GiftImport> PreviewAsync(Guid occasionId, ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(Role.Member, cancellationToken);
        return (await PlanAsync(new GiftingRepository(work), occasionId, file, addPeople: true, cancellationToken)).Answer;
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
        var repository = new GiftingRepository(work);
        var (gifts, people, answer) = await PlanAsync(repository, occasionId, file, addPeople, cancellationToken);
        foreach (var person in people)
        {
            repository.Add(person);
        }

        await AddAsync(repository, occasionId, gifts, cancellationToken);
        return await work.CommitAsync(() => gifts.Count == 0 ? answer : answer with { WriteId = work.WriteId }, cancellationToken);
    }

    private async Task<(IReadOnlyList<ImportLine<GiftInput>> New, IReadOnlyCollection<Person> NewPeople, GiftImport Answer)> PlanAsync(
        GiftingRepository repository, Guid occasionId, ReadOnlyMemory<byte> file, bool addPeople, CancellationToken cancellationToken)
    {
        _ = await RequireOccasionAsync(repository, occasionId, cancellationToken);
        var table = CsvTable.Read(file.Span, GiftCsv.Columns);
        var people = await repository.PeopleNamesAsync(cancellationToken);
        var reader = new GiftLines(
            await NamesAsync(repository, occasionId, people, cancellationToken), await current.CurrencyAsync(cancellationToken), addPeople ? PersonOf : null);
        var plan = new ImportPlan<GiftInput>(GiftCsv.KeyOf);
        var lines = plan.KeysOf(table.Rows.Select(reader.Read).ToList());
        table.ThrowIfAny();

        var read = lines.Select(l => l.Input.Name).ToHashSet(StringComparer.Ordinal);
        var others = (await repository.NotImportedAsync(occasionId, cancellationToken)).Where(g => read.Contains(g.Name));
        var added = plan.NewOf(lines, await repository.ImportKeysAsync(occasionId, cancellationToken), others.Select(g => g.ToInput()));
        var total = added.Sum(g => GiftPrice.Of(g.Input).Total);
        if (total > 0 && await repository.SumAsync(occasionId, cancellationToken) + total > GiftRules.MaxSum)
        {
            throw CsvErrors.OfFile("An occasion's gifts can cost at most 500,000,000,000 together.");
        }

        var names = people.Concat(reader.NewPeople.Select(p => KeyValuePair.Create(p.Id, p.Name))).ToDictionary();
        return (added, reader.NewPeople, new GiftImport(
            added.Count,
            lines.Count - added.Count,
            total,
            [.. reader.NewPeople.Select(p => p.Name)],
            table.Ignored,
            [.. added.Take(GiftImport.MostShown).Select(g => DtoOf(g, names))]));
    }

    private async Task<GiftNames> NamesAsync(
        GiftingRepository repository, Guid occasionId, IReadOnlyDictionary<Guid, string> people, CancellationToken cancellationToken)
    {
        var members = await repository.MemberNamesAsync(cancellationToken);
        var organization = await current.OrganizationAsync(cancellationToken);
        return new GiftNames(
            new NameIndex(people),
            new NameIndex(members.Where(m => organization.Members.ContainsKey(m.Key))),
            new NameIndex(members),
            await repository.KeptForAsync(occasionId, cancellationToken));
    }

    private async Task AddAsync(GiftingRepository repository, Guid occasionId, IReadOnlyList<ImportLine<GiftInput>> gifts, CancellationToken cancellationToken)
    {
        var moment = await repository.MomentAsync(cancellationToken);
        var numbers = NumbersOf(gifts, await repository.KeptPeopleAsync(occasionId, cancellationToken));
        var now = time.GetUtcNow();
        for (var i = 0; i < gifts.Count; i++)
        {
            var gift = GiftOf(occasionId, ImportIds.Of(now, numbers[i]), gifts[i]);
            gift.Place = BoardPlace.Last(moment, i);
            repository.Add(gift);
        }
    }

    // Ids count the lines, and nobody must be able to count what is kept from them: such gifts come behind the others, those for each
    // person in numbers of their own.
    private static int[] NumbersOf(IReadOnlyList<ImportLine<GiftInput>> gifts, IReadOnlySet<Guid> keptFrom)
    {
        var owners = gifts.Select(g => g.Input.RecipientId is { } recipient && keptFrom.Contains(recipient) ? recipient : Guid.Empty).ToList();
        var open = owners.Count(o => o == Guid.Empty);
        var next = owners.Distinct().ToDictionary(o => o, o => o == Guid.Empty ? 0 : open);
        return [.. owners.Select(o => next[o]++)];
    }

    private Gift GiftOf(Guid occasionId, Guid id, ImportLine<GiftInput> line) => new()
    {
        Id = id,
        OrganizationId = current.OrganizationId,
        OccasionId = occasionId,
        Name = line.Input.Name!,
        Url = line.Input.Url,
        Notes = line.Input.Notes,
        Price = line.Input.Price,
        DiscountPrice = line.Input.DiscountPrice,
        Quantity = line.Input.Quantity,
        Status = line.Input.Status,
        RecipientId = line.Input.RecipientId,
        BuyerId = line.Input.BuyerId,
        Givers = line.Input.Givers,
        GuestName = line.Input.GuestName,
        ImportKey = line.Key,
    };

    private Person PersonOf(string name) => new() { Id = Guid.CreateVersion7(time.GetUtcNow()), OrganizationId = current.OrganizationId, Name = name };

    private static ImportedGift DtoOf(ImportLine<GiftInput> line, Dictionary<Guid, string> people) => new(
        line.Line,
        line.Input.Name!,
        line.Input.RecipientId is { } recipient ? people[recipient] : null,
        line.Input.Status,
        line.Input.Quantity,
        GiftPrice.Of(line.Input).Total);

    private static async Task<OccasionDto> RequireOccasionAsync(GiftingRepository repository, Guid id, CancellationToken cancellationToken) =>
        await repository.OccasionDtoAsync(id, cancellationToken) ?? throw new NotFoundException("occasion");
}
