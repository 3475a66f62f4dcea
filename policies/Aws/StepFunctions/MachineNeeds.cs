using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Kms;

namespace DrInfra.Policies.Aws.StepFunctions;

/// <summary>
/// What the role of a state machine must be able to do for its tasks on tables and on clusters of EMR. Sources: Step Functions developer guide, "IAM
/// policies for Amazon EMR" and "IAM policies for DynamoDB"; "Data at rest encryption in Step Functions".
/// </summary>
internal static class MachineNeeds
{
    private const string TableService = "dynamodb";

    public static IEnumerable<AccessNeed> Of(Estate estate, Node machine, Node role)
    {
        var states = MachineState.AllOf(machine) ?? [];
        var account = Accounts.Of(role) ?? IamPattern.AnyAccount;
        var made = states.FirstOrDefault(state => state.MakesCluster);
        var tags = made?.Arguments["Tags"].Items.Where(tag => tag["Key"].Text is not null && tag["Value"].Text is not null)
            .Select(tag => (Key: tag["Key"].Text!, Value: tag["Value"].Text!)).ToArray() ?? [];
        return
        [
            .. OfItsKey(estate, machine, account),
            .. states.Where(state => Service(state) == TableService).SelectMany(state => OfTable(estate, machine, state, account)),
            .. made is null ? Array.Empty<AccessNeed>() : OfMaking(made, account, Context(tags, "aws:RequestTag")),
            .. OfUsing(states, $"arn:aws:elasticmapreduce:{machine.Region}:{account}:cluster/{IamPattern.AnyId}", Context(tags, "aws:ResourceTag")),
        ];
    }

    /// <summary>For whom the role is assumed: the machine, by its ARN, or by what that will be; null where only the deployment will tell.</summary>
    public static string? SourceOf(Node machine) => ArnOf(machine, Accounts.Of(machine));

    private static string? ArnOf(Node machine, string? account) => machine.Output("arn").Text
        ?? (account is not null && machine["name"].Text is { } name ? $"arn:aws:states:{machine.Region}:{account}:stateMachine:{name}" : null);

    // The service of an optimized integration, or of one with the SDK.
    private static string? Service(MachineState state) => state.Resource?.Split(":::") is [_, var call]
        ? call.Split(':') is ["aws-sdk", var service, ..] ? service : call.Split(':')[0]
        : null;

    private static AccessContext Context((string Key, string Value)[] tags, string kind) =>
        AccessContext.Of(tags.Select(tag => ($"{kind}/{tag.Key}", (IReadOnlyList<string>)[tag.Value])));

    private static IEnumerable<AccessNeed> OfItsKey(Estate estate, Node machine, string account)
    {
        if (estate.References.Follow(machine, machine["encryptionConfiguration"]["kmsKeyId"], [.. TypeGroups.Keys]).Target is { } key)
        {
            var need = KeyNeeds.Of(estate, key, "encryption of its runs", null, "kms:Decrypt", "kms:GenerateDataKey");
            yield return ArnOf(machine, account) is not { } own
                ? need
                : need with { Context = need.Context.With(("kms:EncryptionContext:aws:states:stateMachineArn", [own])) };
        }
    }

    private static IEnumerable<AccessNeed> OfTable(Estate estate, Node machine, MachineState state, string account)
    {
        var name = state.Resource!.Split(':')[^1];
        if (state.Arguments["TableName"].Text is not { } table)
        {
            yield break;
        }

        // The key of an item limits whoever has a condition on it.
        string[] items = [.. state.Arguments["Key"].Members.Select(member => member.Value["S"].Text).OfType<string>()];
        var context = items.Length > 0 ? AccessContext.Of(("dynamodb:LeadingKeys", items)) : AccessContext.Empty;
        yield return new AccessNeed(
            state.Name, [$"{TableService}:{char.ToUpperInvariant(name[0])}{name[1..]}"], $"arn:aws:dynamodb:{machine.Region}:{account}:table/{table}", context);
        if (estate.References.Named(machine, table, DynamoDbTypes.Table) is { } declared
            && GlobalTables.PlacesOf(estate, declared).FirstOrDefault(place => place.Region == machine.Region) is { } place
            && estate.References.Follow(place.Node, place.Key, [.. TypeGroups.Keys]).Target is { } key)
        {
            yield return KeyNeeds.Of(estate, key, state.Name, TableService, "kms:Decrypt");
        }
    }

    private static IEnumerable<AccessNeed> OfMaking(MachineState made, string account, AccessContext tags)
    {
        yield return new AccessNeed(made.Name, ["elasticmapreduce:RunJobFlow"], "*", tags);
        foreach (var (property, service) in new[] { ("ServiceRole", "elasticmapreduce.amazonaws.com"), ("JobFlowRole", "ec2.amazonaws.com") })
        {
            if (made.Arguments[property].Text is { } passed)
            {
                // EMR takes an instance profile only where its role has the same name.
                yield return new AccessNeed(
                    made.Name, ["iam:PassRole"], Arn.TryParse(passed, out _) ? passed : $"arn:aws:iam::{account}:role/{passed}",
                    AccessContext.Of(("iam:PassedToService", [service])));
            }
        }
    }

    private static IEnumerable<AccessNeed> OfUsing(IReadOnlyList<MachineState> states, string cluster, AccessContext tags)
    {
        foreach (var state in states)
        {
            if (state.AddsStep)
            {
                yield return new AccessNeed(
                    state.Name,
                    state.Resource!.EndsWith(".sync", StringComparison.Ordinal)
                        ? ["elasticmapreduce:AddJobFlowSteps", "elasticmapreduce:DescribeStep"] : ["elasticmapreduce:AddJobFlowSteps"],
                    cluster, tags);
            }
            else if (state.EndsCluster)
            {
                yield return new AccessNeed(state.Name, ["elasticmapreduce:TerminateJobFlows"], cluster, tags);
            }
        }
    }
}
