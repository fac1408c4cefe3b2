using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Budgeting.Core.Storage;

/// <summary>
/// EF Core asks for the SQLitePCLRaw.core it was built with; a package feed may serve an older 2.x, which works as well but
/// which the runtime refuses by its version. This answers with the one that is there.
/// </summary>
internal static class SqliteLoader
{
    private const string Name = "SQLitePCLRaw.core";

#pragma warning disable CA2255 // It must run before EF Core loads, in every process that opens a database.
    [ModuleInitializer]
    internal static void Register() => AssemblyLoadContext.Default.Resolving += Resolve;
#pragma warning restore CA2255

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name)
    {
        var file = Path.Combine(Path.GetDirectoryName(typeof(SqliteLoader).Assembly.Location)!, Name + ".dll");
        return name.Name == Name && File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
    }
}
