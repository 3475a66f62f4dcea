using DrInfra.Drctl.Recording;
using DrInfra.Drctl.Rendering;
using DrInfra.Infra.Settings;
using static DrInfra.Tests.TestResource;

namespace DrInfra.Tests.Drctl.Rendering;

public class PreviewTextTests
{
    private const string Tags = """{ "dr:workload": "orders", "dr:tier": "critical", "dr:owner": "sales" }""";

    [Fact]
    public void Preview_ShowsTheTreeTheOutputsAndTheStores()
    {
        var west = Provider("west", "eu-west-1");
        var central = Provider("central", "eu-central-1");
        var store = Component("drinfra:data:ReplicatedBucket", "orders-documents");
        var inner = Component("drinfra:data:RegionalBucket", "orders-documents-eu-west-1", store.Urn);
        var table = Component("drinfra:data:GlobalTable", "orders-carts");
        var graph = Of(
            Stack($$"""{ "region": "eu-west-1", "buckets": { "orders": "b" }, "password": {{Secret("\"hidden\"")}} }"""),
            central,
            west,
            store,
            inner,
            Resource("aws:s3/bucket:Bucket", "one", $$"""{ "tags": {{Tags}} }""").Under(inner, west) with { Protect = true },
            Resource("aws:s3/bucket:Bucket", "two", $$"""{ "tags": {{Tags}} }""").Under(store, central),
            Resource("aws:iam/role:Role", "role").Under(store, west),
            table,
            Resource(
                "aws:dynamodb/table:Table", "carts",
                $$"""{ "tags": {{Tags}}, "replicas": [{ "regionName": "eu-central-1" }], "globalTableWitness": { "regionName": "eu-west-3" } }""")
                .Under(table, west));

        var text = Preview(new StackPreviewResult(graph, Settings(), ["aws:sqs/queue:Queue"]));

        Assert.Equal(
            """
            Stack dev: primary of pair main
              Regions      eu-west-1 (primary), eu-central-1 (standby)
              Environment  test, account 123456789012
              Sizing       full
              Activation   active

              Component                     Resources  Protected  Regions
              orders-carts                          1          0  eu-west-1
                  GlobalTable: dynamodb Table
              orders-documents                      3          1  eu-west-1, eu-central-1, global
                  ReplicatedBucket: iam Role; s3 Bucket
                orders-documents-eu-west-1          1          1  eu-west-1
                    RegionalBucket: s3 Bucket
              (in no component)                     2          0
                  2 x aws provider

              Outputs
              buckets   orders: b
              password  [secret]
              region    eu-west-1

              Total: 6 resources in 3 components, 1 protected; eu-west-1 2, eu-central-1 1, global 1, in no Region 2.
              Not emulated (an id, but no computed values): aws:sqs/queue:Queue.

            Workloads and their data, in dev
              Store        Kind    Copies  Regions
              orders: critical, owned by sales
                carts      table        2  eu-west-1, eu-central-1; witness in eu-west-3
                documents  bucket       2  eu-west-1, eu-central-1

            Ids, ARNs and all other computed values are emulated, without a cloud account. This preview does not check permissions,
            quotas, capacity, prices or whether a name is available, and does not show deployed resources.

            """,
            text);
    }

    [Fact]
    public void GlobalDatabaseOverTwoStacks_IsOneStoreWithTwoCopies()
    {
        StackPreviewResult Stack(string stack, string region)
        {
            var provider = Provider("home", region);
            var component = Component("drinfra:data:GlobalDatabase", "orders-journal");
            var cluster = Resource("aws:rds/cluster:Cluster", "cluster", $$"""{ "tags": {{Tags}} }""").Under(component, provider);
            var global = Resource("aws:rds/globalCluster:GlobalCluster", "global", $$"""{ "tags": {{Tags}} }""").Under(component, provider);
            return new StackPreviewResult(Of(provider, component, cluster, global) with { Stack = stack }, Settings(), []);
        }

        var text = Preview(Stack("dr", "eu-central-1"), Stack("dev", "eu-west-1"));

        Assert.Contains("    journal  database       2  eu-west-1, eu-central-1\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void StoreOutsideComponentsAndWithoutTags_IsShownAsWhatItIs()
    {
        var west = Provider("west", "eu-west-1");

        var text = Preview(new StackPreviewResult(Of(west, Resource("aws:s3/bucket:Bucket", "lonely").Under(Stack(), west)), Settings(), []));

        Assert.Contains("(untagged): -, owned by -", text, StringComparison.Ordinal);
        Assert.Contains("    lonely  bucket       1  eu-west-1\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ObjectsOfACluster_AreShownByNamespaceUnderIt()
    {
        var text = Preview(new StackPreviewResult(await ClusterGraph.OfAsync(new ClusterProgram()), Settings(), []));

        Assert.Contains(
            """
              Namespace         Objects  Kinds
              Kubernetes cluster shop-main-cluster-eu-west-1 in eu-west-1
                (cluster-wide)        3  Namespace, NodeClass.eks.amazonaws.com, NodePool.karpenter.sh
                kube-system           1  ConfigMap
                orders                6  Deployment, HorizontalPodAutoscaler, PodDisruptionBudget, Service, ServiceAccount,
                                         TargetGroupBinding.eks.amazonaws.com

            """,
            text,
            StringComparison.Ordinal);
        Assert.Contains("Total: 30 resources in 0 components, 1 protected; eu-west-1 24, global 4, in no Region 2.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ObjectsOfTheDefaultProvider_AreShownTooAndInNoRegion()
    {
        var text = Preview(new StackPreviewResult(Of(Stack(), Resource("kubernetes:core/v1:Namespace", "orders").Under(Stack())), Settings(), []));

        Assert.Contains("  Kubernetes cluster of the default provider\n    (cluster-wide)        1  Namespace\n", text, StringComparison.Ordinal);
        Assert.Contains("in no Region 1", text, StringComparison.Ordinal);
    }

    [Fact]
    public void StackWithoutObjects_HasNoTableOfThem() =>
        Assert.DoesNotContain(
            "Namespace", Preview(new StackPreviewResult(Of(Stack(), Provider("west", "eu-west-1")), Settings(), [])), StringComparison.Ordinal);

    private static string Preview(params StackPreviewResult[] stacks)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        PreviewText.Write(new Screen(writer), stacks);
        return writer.ToString();
    }

    private static PlatformSettings Settings() => new()
    {
        Project = "drinfra",
        Stack = "dev",
        Pair = "main",
        Owner = "platform",
        Environment = "test",
        AccountId = "123456789012",
        Role = StackRole.Primary,
        Regions = new RegionPair("eu-west-1", "eu-central-1"),
        Sizing = Sizing.Full,
        Activation = Activation.Active,
        Failover = FailoverState.None,
        OwnsAccountDefaults = true,
        PrimaryNetwork = null!,
        StandbyNetwork = null!,
        Workloads = [],
    };
}
