using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Tests.Architecture;

/// <summary>Who may use what in Core: kernel, storage, organizations, modules, sample data, each only those before it.</summary>
public sealed class LayerTests
{
    [Fact]
    public void Scanner_AsyncCode_IsRead()
    {
        CodeReferences.Of(typeof(GiftRecords)).Should().Contain([typeof(GiftingRepository), typeof(BoardOrder), typeof(UnitOfWork)]);
        CodeReferences.Of(typeof(OrganizationsRepository)).Should().Contain([typeof(BudgetingDbContext), typeof(DbSet<>)]);
        CodeReferences.Of(typeof(GiftsService)).Should().NotContain(typeof(BudgetingDbContext));
    }

    [Fact]
    public void Modules_AreKnownToThisTest() => Product.ModuleNames.Should().Contain(["Gifting", "SharedCosts"]);

    [Fact]
    public void Kernel_UsesNothingElse() => Of(Product.Kernel).ShouldNotUse(to => Product.ModuleOf(to) is not (null or Product.Kernel));

    [Fact]
    public void Storage_UsesTheKernelOnly() => Of(Product.Storage).ShouldNotUse(to => Product.ModuleOf(to) is not (null or Product.Kernel or Product.Storage));

    [Fact]
    public void Organizations_UseKernelAndStorageOnly() =>
        Of(Product.Organizations).ShouldNotUse(to => Product.ModuleOf(to) is Product.SampleData || IsOfAModule(to));

    [Fact]
    public void Modules_UseOthersServicesAndWhatTheseTakeAndAnswerOnly() =>
        OfModules().ShouldNotUse((from, to) => IsOfAModule(to) && Product.ModuleOf(to) != Product.ModuleOf(from) && !IsShared(to));

    [Fact]
    public void Modules_UseUnitsOfWorkOfStorageOnly() =>
        OfModules().ShouldNotUse((_, to) => Product.ModuleOf(to) == Product.Storage && !Product.StorageForModules.Contains(to) && !Product.IsDataAccess(to));

    [Fact]
    public void Modules_KnowNoSampleData() => OfModules().ShouldNotUse((_, to) => Product.ModuleOf(to) == Product.SampleData);

    [Fact]
    public void SampleData_UsesModulesServicesOnly() =>
        Of(Product.SampleData).ShouldNotUse(to => Product.ModuleOf(to) == Product.Storage || (IsOfAModule(to) && !IsShared(to)));

    [Fact]
    public void Database_IsUsedByRepositoriesTheModelAndStorageOnly() => Product.WrittenTypes(Product.Core)
        .Where(t => Product.ModuleOf(t) != Product.Storage && !IsRepository(t) && !IsOfTheModel(t))
        .ShouldNotUse((_, to) => Product.IsDataAccess(to));

    private static IEnumerable<Type> Of(string module) => Product.WrittenTypes(Product.Core).Where(t => Product.ModuleOf(t) == module);

    private static IEnumerable<Type> OfModules() => Product.WrittenTypes(Product.Core).Where(IsOfAModule);

    private static bool IsOfAModule(Type type) => Product.ModuleOf(type) is { } module && Product.ModuleNames.Contains(module);

    // What a module shows to others: its services and what they take and answer.
    private static bool IsShared(Type type) =>
        !Product.Entities.Contains(type) && type.IsVisible && !IsRepository(type) &&
        (type.Name.EndsWith("Service", StringComparison.Ordinal) || type.IsEnum || type.GetMethod("<Clone>$") is not null);

    private static bool IsRepository(Type type) => type.Name.EndsWith("Repository", StringComparison.Ordinal);

    // How rows are mapped, what the sets of them are called, and what is kept from whom.
    private static bool IsOfTheModel(Type type) =>
        type.Name.EndsWith("Mapping", StringComparison.Ordinal) || type.Name.EndsWith("Sets", StringComparison.Ordinal) || type.IsAssignableTo(typeof(ModelPart));
}
