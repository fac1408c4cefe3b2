using System.Reflection;
using System.Reflection.Emit;

namespace Budgeting.Tests.Architecture;

/// <summary>
/// Which types the code of a type mentions: in its bases and members, and in every instruction of its methods. What the compiler
/// makes of lambdas and of async methods is nested in the type and so is read with it.
/// </summary>
internal static class CodeReferences
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(o => o.Value);

    /// <summary>The types mentioned, without generic arguments, which are listed by themselves.</summary>
    public static IReadOnlySet<Type> Of(Type type) => Family(type).SelectMany(MentionedIn).SelectMany(Parts).ToHashSet();

    /// <summary>The type and all that are nested in it.</summary>
    public static IEnumerable<Type> Family(Type type) => type.GetNestedTypes(Declared).SelectMany(Family).Prepend(type);

    /// <summary>A type and its generic arguments and element types, down to the last.</summary>
    public static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
        {
            return Parts(type.GetElementType()!);
        }

        return type.IsGenericType
            ? type.GetGenericArguments().SelectMany(Parts).Prepend(type.GetGenericTypeDefinition())
            : [type];
    }

    /// <summary>The types in the signature of a member.</summary>
    public static IEnumerable<Type> Signature(MemberInfo? member) => member switch
    {
        Type type => [type],
        FieldInfo field => [field.FieldType],
        PropertyInfo property => [property.PropertyType],
        MethodInfo method => [method.ReturnType, .. method.GetParameters().Select(p => p.ParameterType), .. method.GetGenericArguments()],
        ConstructorInfo constructor => constructor.GetParameters().Select(p => p.ParameterType),
        _ => [],
    };

    private static IEnumerable<Type> MentionedIn(Type type) =>
    [
        .. type.GetInterfaces(),
        .. type.BaseType is { } parent ? new[] { parent } : [],
        .. type.GetMembers(Declared).Where(m => m is not Type).SelectMany(Signature),
        .. type.GetMembers(Declared).OfType<MethodBase>().SelectMany(MentionedIn),
    ];

    private static IEnumerable<Type> MentionedIn(MethodBase method)
    {
        var body = method.GetMethodBody();
        return body is null
            ? []
            : body.LocalVariables.Select(v => v.LocalType)
                .Concat(body.ExceptionHandlingClauses.Where(c => c.Flags == ExceptionHandlingClauseOptions.Clause).Select(c => c.CatchType!))
                .Concat(Operands(method, body.GetILAsByteArray()!).SelectMany(m => m.DeclaringType is { } owner ? Signature(m).Append(owner) : Signature(m)));
    }

    // ECMA-335, partition III: an opcode of one byte, or of two with 0xFE first, and its operand.
    private static IEnumerable<MemberInfo> Operands(MethodBase method, byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var opCode = code[at] == 0xFE ? OpCodes[unchecked((short)(0xFE00 | code[at + 1]))] : OpCodes[code[at]];
            at += opCode.Size;
            if (opCode.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType &&
                Resolve(method, BitConverter.ToInt32(code, at)) is { } member)
            {
                yield return member;
            }

            at += SizeOf(opCode.OperandType, code, at);
        }
    }

    private static MemberInfo? Resolve(MethodBase method, int token) => method.Module.ResolveMember(
        token,
        method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null,
        method.IsGenericMethod ? method.GetGenericArguments() : null);

    private static int SizeOf(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}
