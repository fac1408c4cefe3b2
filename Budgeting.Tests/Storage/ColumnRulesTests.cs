using System.Data.Common;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Storage;

/// <summary>What the tables themselves refuse, whoever writes.</summary>
public sealed class ColumnRulesTests(FilledWorld filled) : IClassFixture<FilledWorld>
{
    [Theory]
    [InlineData("gifts", "price", "'abc'")]
    [InlineData("gifts", "price", "x'31'")]
    [InlineData("gifts", "price", "-1")]
    [InlineData("gifts", "price", "9223372036854775808")]
    [InlineData("gifts", "discount_price", "'abc'")]
    [InlineData("gifts", "discount_price", "-1")]
    [InlineData("gifts", "discount_price", "price + 1")]
    [InlineData("gifts", "quantity", "'two'")]
    [InlineData("gifts", "quantity", "0")]
    [InlineData("gifts", "quantity", "NULL")]
    [InlineData("gifts", "status", "-1")]
    [InlineData("gifts", "status", "4")]
    [InlineData("gifts", "status", "'Idea'")]
    [InlineData("gifts", "version", "'one'")]
    [InlineData("gifts", "version", "NULL")]
    [InlineData("gifts", "name", "NULL")]
    [InlineData("gifts", "occasion_id", "new-id")]
    [InlineData("gifts", "recipient_id", "new-id")]
    [InlineData("gifts", "buyer_id", "new-id")]
    [InlineData("occasions", "budget_total", "'abc'")]
    [InlineData("occasions", "budget_total", "-1")]
    [InlineData("occasions", "near_threshold_percent", "0")]
    [InlineData("occasions", "near_threshold_percent", "101")]
    [InlineData("occasions", "organization_id", "new-id")]
    [InlineData("sub_budgets", "amount", "'abc'")]
    [InlineData("sub_budgets", "amount", "-1")]
    [InlineData("sub_budgets", "amount", "NULL")]
    [InlineData("members", "user_id", "new-id")]
    public void Update_ToWhatTheColumnIsNot_IsRefused(string table, string column, string value)
    {
        using var shell = filled.World.Shell();

        shell.ShouldRefuse($"UPDATE {table} SET {column} = {value.Replace("new-id", shell.NewId, StringComparison.Ordinal)}");
    }

    /// <summary>PostgreSQL makes whole numbers of them, for which the same rules hold.</summary>
    [Theory]
    [Trait(TestStore.Engine, TestStore.Sqlite)]
    [InlineData("gifts", "price", "10.5")]
    [InlineData("gifts", "discount_price", "10.5")]
    [InlineData("gifts", "quantity", "1.5")]
    [InlineData("occasions", "budget_total", "10.5")]
    [InlineData("occasions", "near_threshold_percent", "79.5")]
    [InlineData("sub_budgets", "amount", "10.5")]
    [InlineData("members", "version", "1.5")]
    public void Update_ToAPartOfAMillionth_IsRefused(string table, string column, string value) => Update_ToWhatTheColumnIsNot_IsRefused(table, column, value);

    [Theory]
    [InlineData("organizations")]
    [InlineData("users")]
    [InlineData("members")]
    [InlineData("people")]
    [InlineData("occasions")]
    public void Delete_WhatOthersPointTo_IsRefused(string table)
    {
        using var shell = filled.World.Shell();

        shell.ShouldRefuse($"DELETE FROM {table}");
    }

    [Theory]
    [InlineData("price = NULL, discount_price = NULL, quantity = 3", "0", "1")]
    [InlineData("price = 20000000, discount_price = NULL, quantity = 3", "60000000", "0")]
    [InlineData("price = 20000000, discount_price = 15000001, quantity = 3", "45000003", "0")]
    [InlineData("price = NULL, discount_price = 5, quantity = 2", "10", "0")]
    [InlineData("price = 0, quantity = 1", "0", "0")]
    [InlineData("price = 1000000000000000000, quantity = 1", "1000000000000000000", "0")]
    public void TheLineTotal_IsComputedByTheTable(string update, string lineTotal, string unpriced)
    {
        using var shell = filled.World.Shell();
        using var transaction = shell.Connection.BeginTransaction();

        shell.Execute($"UPDATE gifts SET {update} WHERE wish_id IS NULL");

        shell.Value("SELECT line_total FROM gifts WHERE wish_id IS NULL").Should().Be(lineTotal);
        shell.Value("SELECT CASE WHEN unpriced THEN 1 ELSE 0 END FROM gifts WHERE wish_id IS NULL").Should().Be(unpriced);
    }

    [Fact]
    public void TheLineTotal_CannotBeWritten()
    {
        using var shell = filled.World.Shell();

        shell.Invoking(s => s.Execute("UPDATE gifts SET line_total = 1")).Should().Throw<DbException>().Which.Message.Should().ContainAny("generated column", "can only be updated to DEFAULT");
    }
}
