using DrInfra.Policies.Rules;
using DrInfra.Policies.Rules.Data;
using DrInfra.Policies.Rules.Databases;
using DrInfra.Policies.Rules.Ownership;
using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Databases;

/// <summary>While the list of replicas is not known, no rule about them says compliant, not applicable, or violated.</summary>
public class UnknownReplicasTests
{
    private const string Tags = """ "tags": { "dr:workload": "orders" }, "deletionProtectionEnabled": true """;

    public static TheoryData<Type> TableRules =>
    [
        typeof(MrscTableHasQuorum), typeof(MrscTableUsesSupportedFeatures), typeof(GlobalNameIsStated),
        typeof(GlobalTableStreamIsOn), typeof(ReplicasShareAConsistencyMode),
        typeof(DeletionProtectionIsOn), typeof(CopiesCarryTags), typeof(CopyIsInAnotherRegion),
    ];

    public static TheoryData<Type> SecretRules => [typeof(SecretIsReplicated), typeof(ReplicatedSecretCanBeRecreated), typeof(CopyIsInAnotherRegion)];

    [Theory]
    [MemberData(nameof(TableRules))]
    public void ATableWhoseListIsNotKnown_IsUnknown(Type rule) => AssertUnknown(rule, "aws:dynamodb/table:Table", Tags);

    [Theory]
    [MemberData(nameof(SecretRules))]
    public void ASecretWhoseListIsNotKnown_IsUnknown(Type rule) => AssertUnknown(rule, "aws:secretsmanager/secret:Secret", Tags);

    [Fact]
    public void ATableWhoseListOnlyTheStateTells_IsNotAskedForOptionsThatAnotherStackStates()
    {
        var graph = new TestGraph()
            .Add("aws:dynamodb/table:Table", "data", "{ " + Tags + " }", outputs: """{ "replicas": [{ "regionName": "eu-central-1" }] }""");

        Assert.Empty(graph.Violations(new DeletionProtectionIsOn()));
        Assert.Empty(graph.Violations(new CopiesCarryTags()));
    }

    private static void AssertUnknown(Type rule, string type, string properties)
    {
        var judge = (Rule)Activator.CreateInstance(rule)!;
        var graph = new TestGraph().Add(type, "data", $$"""{ {{properties}}, "replicas": "?" }""");

        Assert.Equal(["data: replicas"], graph.Unknown(judge));
        Assert.Empty(graph.Violations(judge));
    }
}
