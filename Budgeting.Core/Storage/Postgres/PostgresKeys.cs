using Microsoft.AspNetCore.DataProtection;

namespace Budgeting.Core.Storage.Postgres;

public static class PostgresKeys
{
    /// <summary>Keeps the keys of cookies and forms in the database: every node reads what another wrote.</summary>
    public static IDataProtectionBuilder PersistKeysToPostgres(this IDataProtectionBuilder keys) => keys.PersistKeysToDbContext<PostgresBudgetingDbContext>();
}
