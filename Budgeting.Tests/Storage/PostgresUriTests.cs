using Budgeting.Core.Storage;
using Budgeting.Core.Storage.Postgres;
using Npgsql;

namespace Budgeting.Tests.Storage;

public sealed class PostgresUriTests
{
    [Theory]
    [InlineData("postgres://ada:s%40fe%3Aly@db.example:5433/house?sslmode=verify-full&application_name=b", "Host=db.example;Port=5433;Database=house;Username=ada;Password=s@fe:ly;SSL Mode=VerifyFull;Application Name=b")]
    [InlineData("postgresql://db.example/house", "Host=db.example;Database=house")]
    [InlineData("POSTGRES://ada@localhost", "Host=localhost;Username=ada")]
    public void Connection_AsAUri_IsReadAsItsParts(string uri, string parts)
    {
        var connections = new PostgresConnections(uri, owner: null);

        new NpgsqlConnectionStringBuilder(connections.Serving).EquivalentTo(new NpgsqlConnectionStringBuilder(parts) { NoResetOnClose = false }).Should().BeTrue(connections.Serving);
    }

    [Theory]
    [InlineData("postgres://ada@host:port/house")]
    [InlineData("postgres://localhost/house?colour=red")]
    [InlineData("postgres://localhost/house?sslmode=perhaps")]
    public void Uri_ThatIsNone_IsRefusedAsAConnectionIs(string uri)
    {
        var open = () => new PostgresConnections(uri, owner: null);

        open.Should().Throw<StorageException>().Where(e => e.Code == "storage.connection" && e.Message.StartsWith("--connection can't be read: "));
    }
}
