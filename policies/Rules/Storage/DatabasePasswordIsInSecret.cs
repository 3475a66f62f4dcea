using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.SecretsManager;

namespace DrInfra.Policies.Rules.Storage;

public sealed class DatabasePasswordIsInSecret : StackRule
{
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
                version.Resource.PropertyDependencies["secretString"].Concat(version.Resource.PropertyDependencies["secretStringWo"])
                    .Any(source => sources.Contains(source))
                && estate.References.Follow(version, "secretId", SecretsManagerTypes.Secret).Target is not null)
            || sources.Any(source => database.Stack.Find(source) is { } node && node.Type.StartsWith("aws:secretsmanager/", StringComparison.Ordinal))
            ? Verdict.Compliant
            : Verdict.Violation("no secret of the program stores the password", property);
    }
}
