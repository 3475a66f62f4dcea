using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.SecretsManager;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Storage;

public sealed class DatabasePasswordIsInSecret : StackRule
{
    protected override RuleDescriptor About => new(
        "The password of a database that the program makes is kept in a secret.",
        Why: "After the promotion in the other Region, clients and administrators need the password there; one that is only in the engine's state is out "
            + "of their reach.",
        Fix: "Write the password into a SecretVersion of a secret that is replicated to the other Region.",
        Severity.High, "B6");

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var (database, property) in DatabasePasswords.Of(context.Estate))
        {
            yield return new Finding(database, Judge(context.Estate, database, property));
        }
    }

    private static Verdict Judge(Estate estate, Node database, string property)
    {
        var sources = database.Resource.PropertyDependencies[property];
        if (sources.Count == 0)
        {
            return Verdict.NotApplicable("the password comes from configuration");
        }

        if (sources.FirstOrDefault(source => database.Stack.Find(source) is null) is not null)
        {
            return Verdict.Unknown(property);
        }

        return estate.OfType(SecretsManagerTypes.SecretVersion).Any(version =>
                version.Resource.PropertyDependencies["secretString"].Concat(version.Resource.PropertyDependencies["secretStringWo"]).Any(source => sources.Contains(source))
                && estate.References.Follow(version, "secretId", SecretsManagerTypes.Secret).Target is not null)
            || sources.Any(source => database.Stack.Find(source) is { } node && node.Type.StartsWith("aws:secretsmanager/", StringComparison.Ordinal))
            ? Verdict.Compliant
            : Verdict.Violation("the password is kept in no secret of the program", property);
    }
}
