using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Csv;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.Gifting;

/// <summary>Whom the lines of a file name: recipients, buyers and givers.</summary>
internal sealed class GiftNames
{
    public const string Person = "person";
    public const string Member = "member";

    private readonly Dictionary<string, Person> _newPeople = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Guid, string> _people;
    private readonly RecordNameIndex _personIndex;
    private readonly RecordNameIndex _memberIndex;
    private readonly Func<string, Person>? _makePerson;

    /// <param name="people">Those who are there.</param>
    /// <param name="members">All, those who left included; they count where nobody who is a member now has the name.</param>
    /// <param name="makePerson">Makes a recipient who isn't there yet; <c>null</c>: they are refused.</param>
    private GiftNames(IReadOnlyDictionary<Guid, string> people, IEnumerable<NamedRecord> members, Func<string, Person>? makePerson)
    {
        _people = new Dictionary<Guid, string>(people);
        _makePerson = makePerson;
        _personIndex = new RecordNameIndex(Person, people.Select(p => new NamedRecord(p.Key, p.Value)), NewPersonOf);
        _memberIndex = new RecordNameIndex(Member, members);
    }

    /// <summary>The recipients that were made.</summary>
    public IReadOnlyCollection<Person> NewPeople => _newPeople.Values;

    public static async Task<GiftNames> ReadAsync(
        GiftingRepository repository, OrganizationCard organization, Func<string, Person>? makePerson, CancellationToken cancellationToken) => new(
            await repository.PeopleNamesAsync(cancellationToken),
            (await repository.MemberNamesAsync(cancellationToken)).Select(m => new NamedRecord(m.Key, m.Value, organization.Members.ContainsKey(m.Key))),
            makePerson);

    public RecordNameIndex Of(string noun) => noun == Person ? _personIndex : _memberIndex;

    public string? PersonName(Guid? id) => id is { } known ? _people[known] : null;

    private Guid? NewPersonOf(CsvRow line, string column, string name)
    {
        if (_newPeople.TryGetValue(CanonicalText.Of(name), out var known))
        {
            return known.Id;
        }

        line.Check.That(
            _makePerson is not null, column, $"Nobody in People is called “{RecordNameIndex.Shown(name)}”. Have the import add them, or add them there.");
        var wrong = line.Check.Errors.Count();
        name = line.Check.Required(name, column, "a name", 100);
        if (line.Check.Errors.Count() > wrong || _makePerson is null)
        {
            return null;
        }

        var person = _newPeople[CanonicalText.Of(name)] = _makePerson(name);
        _people[person.Id] = person.Name;
        return person.Id;
    }
}
