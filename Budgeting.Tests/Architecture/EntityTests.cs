using System.Reflection;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Tests.Architecture;

/// <summary>Entities never leave Core: what is answered is a record, which nothing can save by accident.</summary>
public sealed class EntityTests
{
    // Each is a hole in the rule, with its reason.
    private static readonly Dictionary<string, string> Public = new(StringComparer.Ordinal)
    {
        ["AuditChain.HashOf"] = "the chain is made of entries",
        ["AuditChain.FirstBroken"] = "the chain is made of entries",
        ["Accounts..ctor"] = "Identity's hasher is for its own user",
        ["Accounts.Create"] = "Identity signs in its own user",
        ["InvitationsService.AcceptAsync"] = "Identity's user joins",
    };

    // Signing in is Identity's, and so is its user.
    private static readonly string[] Identity = ["Budgeting.Web.Identity", "Budgeting.Web.Components.Account"];

    [Fact]
    public void Entities_AreKnownToThisTest() =>
        Product.Entities.Should().Contain([typeof(Organization), typeof(Member), typeof(AuditEntry), typeof(User)]).And.HaveCountGreaterThan(8);

    [Fact]
    public void PublicSignatures_NameNoEntity()
    {
        var violations =
            from type in Product.Core.GetExportedTypes()
            where !Product.Entities.Contains(type) && !type.IsAssignableTo(typeof(DbContext))
            from member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            where member is not Type && !Public.ContainsKey($"{type.Name}.{member.Name}")
            from entity in CodeReferences.Signature(member).SelectMany(CodeReferences.Parts).Where(Product.Entities.Contains)
            select $"{type.Name}.{member.Name} names {entity.Name}";

        violations.Should().BeEmpty();
    }

    [Fact]
    public void Web_UsesNoEntityButIdentitysUser()
    {
        var violations =
            from type in Product.WrittenTypes(Product.Web)
            from entity in CodeReferences.Of(type).Where(Product.Entities.Contains)
            where !(entity == typeof(User) && Identity.Contains(type.Namespace))
            select $"{type.FullName} uses {entity.Name}";

        violations.Should().BeEmpty();
    }
}
