using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Storage;

public sealed class DatabasePasswordIsAccepted : StackRule
{
    private const string PasswordType = "random:index/randomPassword:RandomPassword";

    // What the provider takes where overrideSpecial is not stated.
    private const string Special = "!@#$%&*()-_=+[]{}<>:?";

    private const string Refused = "/@\"' ";

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from use in DatabasePasswords.Of(context.Estate)
        from password in ReferenceResolver.Declared(use.Database, use.Property, PasswordType)
        let special = password["special"]
        let characters = password["overrideSpecial"].Text is { Length: > 0 } own ? own : Special
        where special.IsUnknown || (special.Flag != false && characters.AsSpan().IndexOfAny(Refused) >= 0)
        select special.IsUnknown
            ? Finding.Unknown(password, special.Path)
            : Finding.Violation(password, $"the password of {use.Database.Name} can contain characters that the service rejects: {characters}",
                "overrideSpecial");
}
