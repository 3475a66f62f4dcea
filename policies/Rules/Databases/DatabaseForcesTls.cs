using System.Globalization;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Rules.Databases;

public sealed class DatabaseForcesTls : StackRule
{
    private static readonly string[] On = ["1", "ON", "true"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var database in context.Estate.OfTypes(RdsTypes.Cluster, RdsTypes.Instance))
        {
            var engine = database["engine"].Text;
            var postgres = DatabaseEngine.IsPostgres(engine);
            if (!postgres && !DatabaseEngine.IsMySql(engine))
            {
                continue;
            }

            var name = postgres ? "rds.force_ssl" : "require_secure_transport";
            var group = DatabaseEngine.ParameterGroup(context.Estate, database);
            var value = group.Target is { } target ? DatabaseEngine.Parameter(target, name) : Prop.Root(null, name);
            if (value.IsUnknown || (group.Target is null && !IsDefault(group)) || (!value.IsStated() && DefaultsToTls(database) is null))
            {
                yield return Finding.Unknown(database, group.Path);
            }
            else if (!(value.Text is { } text ? On.Contains(text, StringComparer.OrdinalIgnoreCase) : DefaultsToTls(database) == true))
            {
                yield return Finding.Violation(database, $"{name} is {(value.IsAbsent ? "not set" : value)}, {On[0]} needed", group.Path);
            }
        }
    }

    // The groups that the service itself provides are called default.FAMILY.
    private static bool IsDefault(Reference group) =>
        group.IsAbsent || group.Text is "" || group.Text?.StartsWith("default.", StringComparison.Ordinal) == true;

    // PostgreSQL forces it from version 15 on, Aurora PostgreSQL from 17 on; MySQL and MariaDB only when told to.
    private static bool? DefaultsToTls(Node database)
    {
        var engine = database["engine"].Text;
        if (!DatabaseEngine.IsPostgres(engine))
        {
            return false;
        }

        return int.TryParse(database["engineVersion"].Text?.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            ? major >= FactBook.Number(engine == "postgres" ? "rds-force-tls-version" : "aurora-force-tls-version")
            : null;
    }
}
