using DrInfra.Policies.Rules;
using DrInfra.Policies.Rules.Containers;

namespace DrInfra.Tests.Policies.Rules.Containers;

public class EksClusterSettingsTests
{
    public static TheoryData<Rule, string, string> Weak => new()
    {
        { new EksClusterUsesAccessEntries(), "{}", "authenticationMode is CONFIG_MAP, API needed" },
        {
            new EksClusterUsesAccessEntries(), """{ "accessConfig": { "authenticationMode": "API_AND_CONFIG_MAP" } }""",
            "authenticationMode is API_AND_CONFIG_MAP, API needed"
        },
        { new EksClusterHasDeletionProtection(), "{}", "the cluster has no deletion protection" },
        { new EksClusterHasDeletionProtection(), """{ "deletionProtection": false }""", "the cluster has no deletion protection" },
        { new EksClusterExportsItsLogs(), "{}", "enabledClusterLogTypes lacks api, audit, authenticator, controllerManager, scheduler" },
        {
            new EksClusterExportsItsLogs(), """{ "enabledClusterLogTypes": ["api", "audit", "authenticator", "scheduler"] }""",
            "enabledClusterLogTypes lacks controllerManager"
        },
        {
            new EksEndpointIsRestricted(), """{ "vpcConfig": { "endpointPrivateAccess": true } }""",
            "every address can call its API server: publicAccessCidrs does not restrict the public endpoint"
        },
        {
            new EksEndpointIsRestricted(), """{ "vpcConfig": { "endpointPrivateAccess": true, "publicAccessCidrs": ["203.0.113.0/24", "0.0.0.0/0"] } }""",
            "every address can call its API server: publicAccessCidrs does not restrict the public endpoint"
        },
        {
            new EksEndpointIsRestricted(), """{ "vpcConfig": { "publicAccessCidrs": ["203.0.113.0/24"] } }""",
            "it has no private endpoint, so its nodes need the public one"
        },
    };

    [Theory]
    [MemberData(nameof(Weak))]
    public void WeakSetting_IsAViolation(Rule rule, string inputs, string message) => Assert.Equal([$"main: {message}"], Graph(inputs).Violations(rule));

    public static TheoryData<Rule, string, string> Unknown => new()
    {
        { new EksClusterUsesAccessEntries(), """{ "accessConfig": "?" }""", "accessConfig.authenticationMode" },
        { new EksClusterHasDeletionProtection(), """{ "deletionProtection": "?" }""", "deletionProtection" },
        { new EksClusterExportsItsLogs(), """{ "enabledClusterLogTypes": ["api", "?"] }""", "enabledClusterLogTypes" },
        {
            new EksEndpointIsRestricted(), """{ "vpcConfig": { "endpointPrivateAccess": true, "publicAccessCidrs": "?" } }""", "vpcConfig.publicAccessCidrs"
        },
    };

    [Theory]
    [MemberData(nameof(Unknown))]
    public void UnknownSetting_IsUnknown(Rule rule, string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(rule));
        Assert.Equal([$"main: {property}"], Graph(inputs).Unknown(rule));
    }

    [Fact]
    public void PrivateEndpoint_IsRestricted() =>
        Assert.Empty(Graph("""{ "vpcConfig": { "endpointPublicAccess": false } }""").Violations(new EksEndpointIsRestricted()));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:eks/cluster:Cluster", "main", inputs);
}
