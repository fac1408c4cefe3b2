using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Budgeting.Tests.Architecture;

/// <summary>Who may use what: module → kernel → database, and the web only on top of services.</summary>
public sealed class LayerTests
{
    private const string Kernel = "Kernel";
    private const string Storage = "Storage";

    private static readonly Type[] StorageForModules = [typeof(UnitOfWork), typeof(UnitOfWorkFactory), typeof(SharedRead<,>)];

    private static readonly Type[] DataAccess = [typeof(DbContext), typeof(DbSet<>), typeof(DatabaseFacade), typeof(IDbContextFactory<>)];

    // Each is a hole in the rule, with its reason.
    private static readonly Dictionary<string, string> DataAccessInWeb = new(StringComparer.Ordinal)
    {
        ["Budgeting.Web.Identity.IdentityRegistration"] = "tells Identity which context keeps its users",
    };

    [Fact]
    public void Scanner_AsyncCode_IsRead()
    {
        CodeReferences.Of(typeof(GiftsService)).Should().Contain([typeof(GiftingRepository), typeof(BoardOrder), typeof(UnitOfWork)]);
        CodeReferences.Of(typeof(OrganizationsRepository)).Should().Contain([typeof(BudgetingDbContext), typeof(DbSet<>)]);
        CodeReferences.Of(typeof(GiftsService)).Should().NotContain(typeof(BudgetingDbContext));
    }

    [Fact]
    public void Modules_Depend_OnKernelUnitOfWorkAndOthersServicesOnly() => ShouldHaveNone(
        Product.WrittenTypes(Product.Core).Where(t => Product.ModuleOf(t) is not (Kernel or Storage)),
        (from, to) => Product.ModuleOf(to) is { } module && module != Product.ModuleOf(from) && module != Kernel &&
            !(module == Storage ? StorageForModules.Contains(to) || IsDataAccess(to) : IsShared(to)));

    [Fact]
    public void Kernel_DependsOnNoModule() => ShouldHaveNone(
        Product.WrittenTypes(Product.Core).Where(t => Product.ModuleOf(t) == Kernel),
        (_, to) => Product.ModuleOf(to) is not (null or Kernel or Storage));

    [Fact]
    public void Storage_KnowsModulesInTheModelOnly() => ShouldHaveNone(
        Product.WrittenTypes(Product.Core).Where(t => Product.ModuleOf(t) == Storage && t != typeof(BudgetingDbContext)),
        (_, to) => Product.ModuleOf(to) is not (null or Kernel or Storage));

    [Fact]
    public void Database_IsUsedByRepositoriesMappingsAndStorageOnly() => ShouldHaveNone(
        Product.WrittenTypes(Product.Core).Where(t =>
            Product.ModuleOf(t) != Storage && !t.Name.EndsWith("Repository", StringComparison.Ordinal) && !t.Name.EndsWith("Mapping", StringComparison.Ordinal)),
        (_, to) => IsDataAccess(to));

    [Fact]
    public void Web_NeverUsesTheDatabase() => ShouldHaveNone(
        Product.WrittenTypes(Product.Web).Where(t => !DataAccessInWeb.ContainsKey(t.FullName!)), (_, to) => IsDataAccess(to));

    [Fact]
    public void Web_UsesNoRepositoryAndNoUnitOfWork() => ShouldHaveNone(
        Product.WrittenTypes(Product.Web),
        (_, to) => Product.ModuleOf(to) is not null && (to.Name.EndsWith("Repository", StringComparison.Ordinal) || StorageForModules.Contains(to)));

    private static bool IsDataAccess(Type type) => type.IsAssignableTo(typeof(DbContext)) || DataAccess.Contains(type);

    // What a module shows to others: its services and what they take and answer.
    private static bool IsShared(Type type) =>
        !Product.Entities.Contains(type) && type.IsVisible && !type.Name.EndsWith("Repository", StringComparison.Ordinal) &&
        (type.Name.EndsWith("Service", StringComparison.Ordinal) || type.IsEnum || type.GetMethod("<Clone>$") is not null);

    private static void ShouldHaveNone(IEnumerable<Type> types, Func<Type, Type, bool> isForbidden)
    {
        var violations = types.SelectMany(from => CodeReferences.Of(from).Where(to => isForbidden(from, to)).Select(to => $"{from.FullName} uses {to.FullName}"));

        violations.Should().BeEmpty();
    }
}
