using Npgsql;

namespace Budgeting.Core.Storage.Postgres;

/// <summary>
/// A connection as a URI, <c>postgres://user:password@host:5432/database?sslmode=require</c>, which PostgreSQL's own programs read (libpq,
/// <a href="https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS">connection URIs</a>) and hosts hand out.
/// </summary>
internal static class PostgresUri
{
    private static readonly string[] Schemes = ["postgres://", "postgresql://"];

    public static bool IsOne(string connection) => Schemes.Any(scheme => connection.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    /// <exception cref="UriFormatException">It is none.</exception>
    /// <exception cref="ArgumentException">It has an option that isn't known.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string connection)
    {
        var uri = new Uri(connection);
        var (user, password) = uri.UserInfo.Split(':', 2) is [var name, var secret] ? (name, secret) : (uri.UserInfo, "");
        var parsed = new NpgsqlConnectionStringBuilder { Host = uri.Host };
        Set(parsed, "Port", uri.Port > 0 ? $"{uri.Port}" : "");
        Set(parsed, "Database", uri.AbsolutePath.TrimStart('/'));
        Set(parsed, "Username", user);
        Set(parsed, "Password", password);
        foreach (var option in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = option.Split('=', 2) is [var left, var right] ? (left, right) : (option, "");

            // libpq writes its options in one word, or with underscores.
            Set(parsed, key == "sslmode" ? "SSL Mode" : key.Replace('_', ' '), key == "sslmode" ? value.Replace("-", "", StringComparison.Ordinal) : value);
        }

        return parsed;
    }

    private static void Set(NpgsqlConnectionStringBuilder parsed, string key, string value)
    {
        if (value.Length > 0)
        {
            parsed[key] = Uri.UnescapeDataString(value);
        }
    }
}
