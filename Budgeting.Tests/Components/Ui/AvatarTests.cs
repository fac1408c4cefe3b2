using Budgeting.Tests.Support;
using Budgeting.Web.Components.Ui;
using Bunit;

namespace Budgeting.Tests.Components;

public sealed class AvatarTests : BunitContext
{
    [Theory]
    [InlineData("Grandma Rose", "GR", "person-2")]
    [InlineData("Leo", "L", "person-7")]
    [InlineData("Ann van den Berg", "AB", "person-0")]
    public void OfAPerson_HasItsInitialsAndTheSameColourAfterEachStart(string name, string initials, string tint)
    {
        var avatar = Render<Avatar>(p => p.Add(a => a.Name, name)).Find(Looks.Avatar);

        avatar.TextContent.Should().Be(initials);
        avatar.ClassList.Should().Contain(tint);
    }
}
