using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Aws.SecretsManager;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Mutants;

/// <summary>What makes a copy worthless while everything is still declared: each is a fault of its own, to be noticed by itself.</summary>
internal static class CopyFaults
{
    private const string Nobody = "999999999999";

    private static readonly (string Type, string Name, Func<MapValue, PropertyValue?> Change)[] Table =
    [
        (IamTypes.RolePolicy, "role may do nothing", inputs => With(inputs, "policy", """{"Version":"2012-10-17","Statement":[]}""")),
        (IamTypes.RolePolicy, "role may only look", inputs => With(inputs, "policy", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:GetCallerIdentity","Resource":"*"}]}""")),
        (BackupTypes.Selection, "condition that no store meets", inputs => With(inputs, "conditions/0/stringEquals/+", Map(("key", "aws:ResourceTag/nobody"), ("value", "has it")))),
        (BackupTypes.Selection, "everything left out", inputs => With(inputs, "notResources", ListValue.Of([PropertyValue.Of("arn:aws:*:*:*:*")]))),
        (BackupTypes.Selection, "tag that no store has", inputs => With(inputs, "selectionTags", ListValue.Of([Map(("type", "STRINGEQUALS"), ("key", "nobody"), ("value", "has it"))]))),
        (BackupTypes.LogicallyAirGappedVault, "vault keeps for longer than the backups live", inputs => With(With(inputs, "minRetentionDays", 3000), "maxRetentionDays", 3650)),
        (BackupTypes.LogicallyAirGappedVault, "vault keeps for shorter than the backups live", inputs => With(With(inputs, "minRetentionDays", 7), "maxRetentionDays", 8)),
        (BackupTypes.Vault, "managed key", inputs => With(inputs, "kmsKeyArn", null)),
        (BackupTypes.Plan, "copies to a foreign account", inputs => Replaced(inputs, "copyActions", text => Foreign(text))),
        (BackupTypes.Plan, "copies die on the first day", inputs => Replaced(inputs, "copyActions", number: 1)),
        (S3Types.BucketReplicationConfig, "prefix that leaves objects out", inputs => With(inputs, "rules/0/filter", Map(("prefix", "some/")))),
        (S3Types.BucketReplicationConfig, "tag that leaves objects out", inputs => With(inputs, "rules/0/filter", Map(("tag", Map(("key", "some"), ("value", "of them")))))),
        (S3Types.BucketReplicationConfig, "replica without a key", inputs => With(inputs, "rules/0/destination/encryptionConfiguration", null)),
        (S3Types.BucketReplicationConfig, "rule that is off", inputs => With(inputs, "rules/0/status", "Disabled")),
        (DynamoDbTypes.Table, "replica without a key", inputs => With(inputs, "replicas/0/kmsKeyArn", null)),
        (DynamoDbTypes.Table, "replica without history", inputs => With(inputs, "replicas/0/pointInTimeRecovery", false)),
        (SecretsManagerTypes.Secret, "replica under the managed key", inputs => With(inputs, "replicas/0/kmsKeyId", null)),
        (RdsTypes.Cluster, "cluster without a key", inputs => With(inputs, "kmsKeyId", null)),
        (RdsTypes.Cluster, "cluster outside its global cluster", inputs => With(inputs, "globalClusterIdentifier", null)),
    ];

    /// <summary>Each fault that the resource can have: one whose place is not there is none.</summary>
    public static IEnumerable<(string Name, MapValue Inputs)> Of(GraphResource resource) => Table
        .Where(fault => fault.Type == resource.Type)
        .Select(fault => (fault.Name, Inputs: fault.Change(resource.Inputs) as MapValue))
        .Where(fault => fault.Inputs is not null && !fault.Inputs.Equals(resource.Inputs))
        .Select(fault => (fault.Name, fault.Inputs!));

    // A path goes through members and items; + is an item more. Null takes the member away.
    private static PropertyValue? With(PropertyValue? owner, string path, object? change)
    {
        var value = Of(change);
        var step = path.Split('/')[0];
        var rest = path.Length > step.Length ? path[(step.Length + 1)..] : null;
        switch (owner)
        {
            case MapValue map when rest is null || map[step] is not null || step == "stringEquals":
                var member = rest is null ? value : With(map[step] ?? ListValue.Of([]), rest, value);
                return MapValue.Of(map.Where(pair => pair.Key != step).Concat(member is null ? [] : [new KeyValuePair<string, PropertyValue>(step, member)]));
            case ListValue list when step == "+":
                return ListValue.Of(list.Append(value!));
            case ListValue { Count: > 0 } list:
                return ListValue.Of(list.Skip(1).Prepend(rest is null ? value! : With(list[0], rest, value)!));
            default:
                return owner;
        }
    }

    // All texts, or all numbers, below the members of a name.
    private static PropertyValue Replaced(PropertyValue value, string below, Func<string, string>? text = null, double? number = null, bool inside = false) => value switch
    {
        MapValue map => MapValue.Of(map.Select(pair => new KeyValuePair<string, PropertyValue>(pair.Key, Replaced(pair.Value, below, text, number, inside || pair.Key == below)))),
        ListValue list => ListValue.Of(list.Select(item => Replaced(item, below, text, number, inside))),
        TextValue one when inside && text is not null => PropertyValue.Of(text(one.Value)),
        NumberValue when inside && number is { } other => PropertyValue.Of(other),
        _ => value,
    };

    private static string Foreign(string arn) => Arn.TryParse(arn, out var parts) ? arn.Replace($":{parts.Account}:", $":{Nobody}:", StringComparison.Ordinal) : arn;

    private static MapValue Map(params (string Name, object Value)[] members) =>
        MapValue.Of(members.Select(member => new KeyValuePair<string, PropertyValue>(member.Name, Of(member.Value)!)));

    private static PropertyValue? Of(object? value) => value switch
    {
        string text => PropertyValue.Of(text),
        int number => PropertyValue.Of(number),
        bool flag => PropertyValue.Of(flag),
        _ => (PropertyValue?)value,
    };
}
