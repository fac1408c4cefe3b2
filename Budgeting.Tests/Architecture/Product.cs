using System.Reflection;
using System.Runtime.CompilerServices;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Budgeting.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Budgeting.Tests.Architecture;

/// <summary>The code that the rules are about.</summary>
internal static class Product
{
    public const string Kernel = "Kernel";
    public const string Storage = "Storage";
    public const string Organizations = "Organizations";
    public const string SampleData = "SampleData";

    private const string InCore = "Budgeting.Core.";

    private static readonly Type[] DataAccess = [typeof(DbContext), typeof(DbSet<>), typeof(DatabaseFacade), typeof(IDbContextFactory<>)];

    public static Assembly Core { get; } = typeof(Currency).Assembly;

    public static Assembly Web { get; } = typeof(WebApp).Assembly;

    /// <summary>Every row type, and Identity's user.</summary>
    public static IReadOnlySet<Type> Entities { get; } =
        Core.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(ITenantRow))).Append(typeof(User)).ToHashSet();

    /// <summary>What lies above organizations, and is no sample.</summary>
    public static IReadOnlySet<string> ModuleNames { get; } =
        WrittenTypes(Core).Select(ModuleOf).OfType<string>().Except([Kernel, Storage, Organizations, SampleData]).ToHashSet(StringComparer.Ordinal);

    /// <summary>How services begin, and what reads are shared by.</summary>
    public static IReadOnlySet<Type> StorageForModules { get; } =
        new HashSet<Type> { typeof(UnitOfWork), typeof(UnitOfWorkFactory), typeof(SharedRead<,>), typeof(RowRepository<>), typeof(ModelPart), typeof(FieldLengths), typeof(TriggerScripts), typeof(AcrossOrganizations) };

    /// <summary>The types that somebody wrote, outermost ones only, without migrations.</summary>
    public static IEnumerable<Type> WrittenTypes(Assembly assembly) => assembly.GetTypes().Where(t =>
        !t.IsNested && t.Namespace is { } space && space.StartsWith("Budgeting.", StringComparison.Ordinal) &&
        !space.Contains(".Migrations", StringComparison.Ordinal) && !t.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false));

    public static bool IsDataAccess(Type type) => type.IsAssignableTo(typeof(DbContext)) || DataAccess.Contains(type);

    /// <summary>Kernel, Storage, or the name of the module; <c>null</c> for what isn't Core's.</summary>
    public static string? ModuleOf(Type type) =>
        type.Assembly == Core && type.Namespace?.StartsWith(InCore, StringComparison.Ordinal) == true
            ? type.Namespace[InCore.Length..].Split('.')[0]
            : null;

    /// <summary>The repository's folder, found from where the tests run.</summary>
    public static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Budgeting.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder.FullName;
    }

    /// <summary>The files that somebody wrote, by their ending.</summary>
    public static IEnumerable<string> Files(params string[] endings) => Directory
        .EnumerateFiles(Folder(), "*", SearchOption.AllDirectories)
        .Where(f => endings.Contains(Path.GetExtension(f), StringComparer.Ordinal))
        .Where(f => !Path.GetRelativePath(Folder(), f).Split(Path.DirectorySeparatorChar).Any(p => p is "bin" or "obj" or "_framework" or "Migrations" or ".git"));
}
