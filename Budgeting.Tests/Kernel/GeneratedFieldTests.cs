using System.Reflection;
using Budgeting.Core.Execution;
using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Kernel;

/// <summary>Every field that can be written survives, whichever way it goes: found by reflection, so that a new one is tried as well.</summary>
public sealed class GeneratedFieldTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    private static readonly Type[] Services = [.. typeof(RecordService<,>).Assembly.GetTypes().Where(t => RecordServiceOf(t) is not null)];

    public static TheoryData<Type> Records => new(Services);

    public static TheoryData<Type> Answers => new(typeof(InputFields).Assembly.GetTypes().Where(t => t.GetMethod("ToInput", []) is not null));

    [Fact]
    public void Records_AreFound() => Services.Should().Contain([typeof(ChargesService), typeof(ExpensesService), typeof(OwnersService), typeof(PropertiesService)]);

    [Theory]
    [MemberData(nameof(Answers))]
    public void Answer_AsAnInput_KeepsEveryField(Type type)
    {
        var values = type.GetConstructors()[0].GetParameters().Select((p, i) => SomethingOf(p.ParameterType, i + 1)).ToArray();
        var answer = Activator.CreateInstance(type, values)!;

        var input = type.GetMethod("ToInput", [])!.Invoke(answer, [])!;

        foreach (var field in WrittenFieldsOf(input.GetType()).Where(f => type.GetProperty(f.Name) is not null))
        {
            field.GetValue(input).Should().BeEquivalentTo(type.GetProperty(field.Name)!.GetValue(answer), field.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Record_DeclaresEveryField_AndAnswersIt(Type service)
    {
        var (input, dto) = RecordServiceOf(service)!.Value;
        var declared = ((System.Collections.IEnumerable)input.GetProperty("Fields", BindingFlags.Public | BindingFlags.Static)!.GetValue(obj: null)!).Cast<object>()
            .Select(f => ((PropertyInfo)f.GetType().GetProperty("Property")!.GetValue(f)!).Name).ToList();

        declared.Should().BeEquivalentTo(WrittenFieldsOf(input).Select(f => f.Name));
        declared.Should().OnlyContain(name => dto.GetProperty(name) != null);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public Task Record_ChangedInEachField_IsAnsweredSo_AndUndoBringsEachBack(Type service)
    {
        var (input, dto) = RecordServiceOf(service)!.Value;
        return (Task)GetType().GetMethod(nameof(ChangeAndUndoAsync), BindingFlags.NonPublic | BindingFlags.Instance)!
            .MakeGenericMethod(service, input, dto).Invoke(this, [])!;
    }

    private async Task ChangeAndUndoAsync<TService, TInput, TDto>()
        where TService : RecordService<TInput, TDto>
        where TInput : class, new()
        where TDto : class, IVersioned
    {
        var admin = await fixture.World.OrganizationAsync();
        var isOfAnOffice = typeof(TService).Namespace == typeof(ProgramsService).Namespace;
        var things = new Things(await FilledCosts.CreateAsync(admin), isOfAnOffice ? await FilledOffice.CreateAsync(admin) : null);
        var people = new[] { await admin.PersonAsync("Ida"), await admin.PersonAsync("Otto") };
        await admin.People.AddAsync(new PersonInput { Name = "Who tries it", MemberId = admin.MemberId }, default);
        var parent = await ParentAsync<TService, TInput, TDto>(admin, things);
        var service = admin.Get<TService>();
        var member = (await fixture.World.MemberAsync(admin, Role.Member)).MemberId;
        var (first, second) = (Filled<TInput>(things, (member, people[0].Id), 1), Filled<TInput>(things, (member, people[1].Id), 2));
        var record = await service.AddAsync(parent, first, default);
        Same(record, first);

        using var capture = Budgeting.Core.Kernel.Audit.WriteCapture.Open();
        Same(await service.UpdateAsync(record.Id, second, record.Version, default), second);
        await admin.Undo.UndoAsync(capture.WriteId!.Value, default);
        Same(await service.GetAsync(record.Id, default), first);

        await service.DeleteAsync(record.Id, version: null, default);
        await admin.Undo.UndoAsync(capture.WriteId!.Value, default);
        Same(await service.GetAsync(record.Id, default), first);
    }

    private static async Task<Guid> ParentAsync<TService, TInput, TDto>(TestActor admin, Things things)
        where TInput : class, new()
        where TDto : class, IVersioned =>
        typeof(TService).IsAssignableTo(typeof(OrganizationRecordService<TInput, TDto>)) ? admin.OrganizationId
        : typeof(TService).Namespace == typeof(GiftsService).Namespace ? (await admin.OccasionAsync()).Id
        : things.MaybeOffice is null ? things.Costs.Open.Id
        : typeof(TService).Name switch
        {
            nameof(ProgramBudgetsService) => things.Office.Empty.Id,
            nameof(LineItemsService) or nameof(JustificationsService) => things.Office.DraftBudget.Id,
            nameof(AllotmentsService) => things.Office.Office.Budget.Id,
            nameof(ObligationsService) => things.Office.Office.Allotment.Id,
            _ => things.Office.Active.Id,
        };

    private static void Same<TInput>(IVersioned record, TInput expected)
        where TInput : class
    {
        foreach (var field in WrittenFieldsOf(typeof(TInput)))
        {
            record.GetType().GetProperty(field.Name)!.GetValue(record).Should().BeEquivalentTo(field.GetValue(expected), field.Name);
        }
    }

    // Something that is allowed in each field, and differs from round to round.
    private static TInput Filled<TInput>(Things things, (Guid Member, Guid Person) ids, int round)
        where TInput : class, new()
    {
        var input = new TInput();
        foreach (var field in (Fields<TInput>)typeof(TInput).GetProperty("Fields", BindingFlags.Public | BindingFlags.Static)!.GetValue(obj: null)!)
        {
            field.Set(input, (field.Kind, field.Noun) switch
            {
                (FieldKind.Text, _) when field.Name == "email" => $"ada{round}@example.org",
                (FieldKind.Text, _) when field.Name == "iban" => round == 1 ? "DE02120300000000202051" : "GB82WEST12345698765432",
                (FieldKind.Text, _) => field.Name.EndsWith("url", StringComparison.OrdinalIgnoreCase) ? $"https://example.org/{round}" : $"{field.Name} {round}",
                (FieldKind.Amount, _) => field.Name == "discountPrice" ? 5.25m * round : 10.5m * round,
                (FieldKind.Whole, _) => field.Name == "fiscalYear" ? 2050 + round : round + 2,
                (FieldKind.Composite, _) => new[] { new Giver(ids.Member, round) },
                (FieldKind.Number, _) when field.Name == "quantity" => 2m * round,
                (FieldKind.Number, _) => field.Name == "capacity" ? 1000m * round : 100.25m + round + (field.Name == "endReading" ? 10 : 0),
                // Of a planned one: a released one isn't written any more.
                (FieldKind.Day, _) when field.Name == "releasedOn" => null,
                (FieldKind.Choice, _) when typeof(TInput) == typeof(AllotmentInput) && field.Name == "status" => AllotmentStatus.Planned,
                (FieldKind.Day, _) => things.Costs.Open.StartDate.AddDays(round),
                (FieldKind.Flag, _) => round == 1,
                (FieldKind.Choice, _) => ChoiceOf(Nullable.GetUnderlyingType(field.Property.PropertyType) ?? field.Property.PropertyType, round),
                (_, "person") => ids.Person,
                (_, "member") => ids.Member,
                (_, "owner") => round == 1 ? things.Costs.Owner.Id : things.Costs.SpareOwner.Id,
                (_, "property") => round == 1 ? things.Costs.Property.Id : things.Costs.SpareProperty.Id,
                (_, "item") => round == 1 ? things.Costs.Item.Id : things.Costs.SpareItem.Id,
                (_, "program") => round == 1 ? things.Office.SpareProgram.Id : things.Office.Office.Program.Id,
                (_, "disbursement") => round == 1 ? things.Office.Disbursement.Id : null,
                _ => throw new NotSupportedException($"Nothing is known to be allowed in {field.Name}."),
            });
        }

        return input;
    }

    private static object ChoiceOf(Type choice, int round)
    {
        var values = Enum.GetValues(choice);
        return values.GetValue(round % values.Length)!;
    }

    private static object? SomethingOf(Type type, int number)
    {
        var of = Nullable.GetUnderlyingType(type) ?? type;
        return of switch
        {
            _ when of == typeof(string) => $"text {number}",
            _ when of == typeof(Guid) => new Guid(number, 0, 0, new byte[8]),
            _ when of == typeof(decimal) => number + 0.25m,
            _ when of == typeof(int) => number,
            _ when of == typeof(long) => (long)number,
            _ when of == typeof(bool) => true,
            _ when of == typeof(DateOnly) => new DateOnly(2026, 1, 1).AddDays(number),
            _ when of == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch.AddDays(number),
            _ when of.IsEnum => Enum.GetValues(of).GetValue(Enum.GetValues(of).Length - 1),
            _ when of.IsGenericType && of.GetGenericArguments() is [var item] => ListOf(item, number),
            _ => Activator.CreateInstance(of, of.GetConstructors()[0].GetParameters().Select((p, i) => SomethingOf(p.ParameterType, number + i)).ToArray()),
        };
    }

    private static Array ListOf(Type item, int number)
    {
        var list = Array.CreateInstance(item, 1);
        list.SetValue(SomethingOf(item, number), 0);
        return list;
    }

    private static IEnumerable<PropertyInfo> WrittenFieldsOf(Type input) => input.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.CanWrite && !p.IsDefined(typeof(System.Text.Json.Serialization.JsonIgnoreAttribute)));

    private static (Type Input, Type Dto)? RecordServiceOf(Type type)
    {
        var service = type;
        while (service is not null && !(service.IsGenericType && service.GetGenericTypeDefinition() == typeof(RecordService<,>)))
        {
            service = service.BaseType;
        }

        return type.IsAbstract || service is null ? null : (service.GetGenericArguments()[0], service.GetGenericArguments()[1]);
    }

    private sealed record Things(FilledCosts Costs, FilledOffice? MaybeOffice)
    {
        public FilledOffice Office => MaybeOffice!;
    }
}
