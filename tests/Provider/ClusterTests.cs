using DrInfra.Tests.Provider.Tools;

namespace DrInfra.Tests.Provider;

/// <summary>A cluster with its access, its registry of images, a reservation and targets, at the real provider.</summary>
public class ClusterTests
{
    private const string Region = "eu-west-1";

    [ProviderFact(Need.Emulator)]
    public async Task Cluster_IsValidAndPlanned()
    {
        using var emulator = new Emulator();
        await emulator.StartAsync();
        using var terraform = Terraform.New(emulator);
        var report = ExportedStack.Write(await ClusterGraph.OfAsync(new ClusterProgram()), terraform.Folder);
        await terraform.InitAsync();

        Assert.Equal([], await terraform.ValidateAsync());
        var plan = await terraform.PlanAsync("-refresh=false");
        Assert.Equal(report.Resources.Values.Sum(), plan.Changes.Count);
        Assert.All(plan.Changes, change => Assert.Equal(["create"], change.Actions));
        Assert.Equal(
            ["aws_ec2_capacity_reservation", "aws_ecr_replication_configuration", "aws_ecr_repository", "aws_eks_access_entry",
                "aws_eks_access_policy_association", "aws_eks_addon", "aws_eks_cluster", "aws_eks_pod_identity_association", "aws_iam_role",
                "aws_iam_role_policy_attachment", "aws_kms_key", "aws_lb_target_group", "aws_subnet", "aws_vpc"],
            plan.Changes.Select(change => change.Type).Distinct().Order(StringComparer.Ordinal));
    }

    [ProviderFact(Need.Apply)]
    public async Task Cluster_IsAppliedAsFarAsTheEmulatorHasIt()
    {
        using var emulator = new Emulator();
        await emulator.StartAsync();
        using var terraform = Terraform.New(emulator);
        var types = AppliedModule.Write(await ClusterGraph.OfAsync(new ClusterProgram()), terraform.Folder);
        await terraform.InitAsync();
        await terraform.ApplyAsync();

        var plan = await terraform.PlanAsync();

        Assert.Equal("", string.Join('\n', plan.Real.Where(change => !EmulatorDefects.Explains(change))));
        Assert.Empty(types.Intersect(NotApplied.Types.Keys));
        var cluster = (await AwsCli.AskAsync(emulator, Region, "eks describe-cluster --name shop-main-cluster-eu-west-1")).GetProperty("cluster");
        Assert.Equal("1.34", cluster.GetProperty("version").GetString());
        Assert.Equal(3, cluster.GetProperty("resourcesVpcConfig").GetProperty("subnetIds").GetArrayLength());
        var repositories = (await AwsCli.AskAsync(emulator, Region, "ecr describe-repositories")).GetProperty("repositories");
        var repository = Assert.Single(repositories.EnumerateArray().ToList());
        Assert.Equal("IMMUTABLE", repository.GetProperty("imageTagMutability").GetString());
        var rules = (await AwsCli.AskAsync(emulator, Region, "ecr describe-registry")).GetProperty("replicationConfiguration").GetProperty("rules");
        Assert.Equal("eu-central-1", rules[0].GetProperty("destinations")[0].GetProperty("region").GetString());
        var groups = (await AwsCli.AskAsync(emulator, Region, "elbv2 describe-target-groups")).GetProperty("TargetGroups");
        Assert.Equal("ip", groups[0].GetProperty("TargetType").GetString());
    }
}
