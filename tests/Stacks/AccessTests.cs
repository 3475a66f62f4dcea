using System.Text.Json;
using System.IO.Enumeration;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Stacks;

/// <summary>Every IAM document is whole in a first preview, and allows no more than it must.</summary>
[Collection(ShippedStacksGroup.Name)]
public class AccessTests(ShippedStacks stacks)
{
    /// <summary>
    /// Statements on any resource, because the service takes nothing narrower (the code that writes them cites its source). The list
    /// is reviewed: a new one must be added here.
    /// </summary>
    private static readonly string[] OnAnyResource =
    [
        "AnyBucketIsListed", "AnyClusterOfTheWorkloadIsMade", "AnyDatabaseIsDescribed", "AnyLogDelivery", "AnyMetricOfCanaries",
        "AnyMetricOfPipelines", "AnyNetworkAndInstanceIsListed", "AnyRecoveryPointIntoTheseVaults", "AnyResourceWhereTheServiceTakesNone", "TagNodes",
    ];

    private IEnumerable<(ResourceGraph Graph, GraphResource Policy, JsonElement Statement)> Statements => stacks.Both
        .SelectMany(stack => stack.Graph.OfType("aws:iam/rolePolicy:RolePolicy").Select(policy => (stack.Graph, policy)))
        .SelectMany(pair => Parse(pair.policy, "policy").Select(statement => (pair.Graph, pair.policy, statement)));

    [Fact]
    public void NoRole_MayDoAnyAction() => Assert.All(Statements, one =>
        Assert.DoesNotContain(Texts(one.Statement, "Action"), action => action.Contains('*', StringComparison.Ordinal)));

    [Fact]
    public void StatementOnAnyResource_IsOnTheReviewedList() => Assert.Equal(
        OnAnyResource.Order(StringComparer.Ordinal),
        Statements
            .Where(one => Texts(one.Statement, "Resource").Contains("*"))
            .Select(one => one.Statement.GetProperty("Sid").GetString()!)
            .Distinct()
            .Order(StringComparer.Ordinal));

    // Key ids are random: any key of the Region, narrowed down by its alias.
    [Fact]
    public void StatementOnAnyKey_IsNarrowedDownByAnAliasThatExists()
    {
        var declared = stacks.Both.SelectMany(stack => stack.Graph.OfType("aws:kms/alias:Alias")).Select(alias => alias.Inputs.Text("name")).ToHashSet();
        var onKeys = Statements.Where(one => Texts(one.Statement, "Resource").Any(resource => resource.EndsWith(":key/*", StringComparison.Ordinal))).ToArray();
        Assert.NotEmpty(onKeys);

        Assert.All(onKeys, one =>
        {
            var condition = one.Statement.GetProperty("Condition");
            if (one.Statement.GetProperty("Sid").GetString() == "UseTheKeyOfTheCatalogue")
            {
                // The catalogue's key is the account's, of whichever pair owns its defaults: the service alone narrows it down.
                Assert.All(
                    Texts(condition.GetProperty("StringEquals"), "kms:ViaService"),
                    service => Assert.StartsWith("glue.", service, StringComparison.Ordinal));
                return;
            }

            string[] aliases = condition.TryGetProperty("ForAnyValue:StringEquals", out var exactly)
                ? Texts(exactly, "kms:ResourceAliases")
                : Texts(condition.GetProperty("ForAnyValue:StringLike"), "kms:ResourceAliases");
            Assert.NotEmpty(aliases);
            Assert.All(aliases, alias => Assert.Contains(declared, name => FileSystemName.MatchesSimpleExpression(alias, name!, ignoreCase: false)));
        });
    }

    [Fact]
    public void TrustPolicy_NamesServicesOrIdentitiesOfThisAccountOnly() => Assert.All(
        stacks.Both.SelectMany(stack => stack.Graph.OfType("aws:iam/role:Role")), role => Assert.All(Parse(role, "assumeRolePolicy"), statement =>
        {
            var principal = statement.GetProperty("Principal");
            if (principal.TryGetProperty("Service", out _))
            {
                Assert.Single(Texts(principal, "Service"));
            }
            else
            {
                Assert.All(Texts(principal, "AWS"), identity => Assert.StartsWith("arn:aws:iam::123456789012:", identity, StringComparison.Ordinal));
            }
        }));

    // One unknown ARN inside would hide a whole document in a first preview. The policy of a cluster of Kafka is about that cluster, whose ARN is random.
    [Fact]
    public void EveryDocument_IsComputedFromNamesAlone() => Assert.All(
        stacks.Both.SelectMany(stack => stack.Graph.Aws()).Where(resource => resource.Type != "aws:msk/clusterPolicy:ClusterPolicy"),
        resource => Assert.All(
            new[] { "policy", "assumeRolePolicy" }.Where(property => resource.Inputs[property] is TextValue),
            property => Assert.Empty(resource.PropertyDependencies[property])));

    private static JsonElement[] Parse(GraphResource resource, string property) =>
        [.. JsonDocument.Parse(resource.Inputs.Text(property)!).RootElement.GetProperty("Statement").EnumerateArray()];

    private static string[] Texts(JsonElement element, string property) => element.TryGetProperty(property, out var list)
        ? [.. list.EnumerateArray().Select(item => item.GetString()!)]
        : [];
}
