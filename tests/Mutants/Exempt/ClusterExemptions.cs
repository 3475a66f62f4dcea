namespace DrInfra.Tests.Mutants.Exempt;

internal static class ClusterExemptions
{
    private const string Deployment = "kubernetes:apps/v1:Deployment spec.template.metadata.labels[\"dr.drinfra.io/";
    private const string Flink = "kubernetes:flink.apache.org/v1beta1:FlinkDeployment spec.podTemplate.metadata.labels[\"dr.drinfra.io/";
    private const string Spark = "kubernetes:sparkoperator.k8s.io/v1beta2:ScheduledSparkApplication spec.template.";
    private const string NodeClass = "kubernetes:eks.amazonaws.com/v1:NodeClass spec.tags.";
    private const string NetworkPolicy = "kubernetes:networking.k8s.io/v1:NetworkPolicy spec.";
    private const string Found = "Its own mark says so, and is judged; those that it hands on tell people whose pod or node it is.";
    private const string Reach = "Which address ranges and pods a policy is meant to let through is not judged.";

    public static IReadOnlyList<Exemption> All { get; } =
    [
        new($"{Deployment}environment\"]", Found),
        new($"{Deployment}role\"]", Found),
        new($"{Flink}environment\"]", Found),
        new($"{Flink}role\"]", Found),
        new($"{Spark}driver.template.metadata.labels[\"dr.drinfra.io/environment\"]", Found),
        new($"{Spark}driver.template.metadata.labels[\"dr.drinfra.io/role\"]", Found),
        new($"{Spark}executor.template.metadata.labels[\"dr.drinfra.io/environment\"]", Found),
        new($"{Spark}executor.template.metadata.labels[\"dr.drinfra.io/role\"]", Found),
        new($"{NodeClass}dr:environment", Found),
        new($"{NodeClass}dr:role", Found),
        new($"{NodeClass}managed-by", Found),
        new($"{NetworkPolicy}egress[].to[].ipBlock.cidr", Reach),
        new($"{NetworkPolicy}ingress[].from[].ipBlock.cidr", Reach),
        new($"{NetworkPolicy}podSelector", Reach),
        new("kubernetes:scheduling.k8s.io/v1:PriorityClass description", "Text for people."),
        new("kubernetes:storage.k8s.io/v1:StorageClass (deleted)", "No pod of the shipped stacks claims a volume."),
        new("kubernetes:apps/v1:Deployment spec.replicas",
            "Of pods that follow the beacon: their gate holds back however many there are, and the follower corrects the number."),
        new("aws:ec2/capacityReservation:CapacityReservation tags.Name", "A display name: nothing is found by it."),
        new("aws:ec2/capacityReservation:CapacityReservation instanceType",
            "EC2 refuses what is no type; whether the pool may make nodes of the type is not judged."),
        new("aws:eks/cluster:Cluster computeConfig.nodePools", "With the pools of the service as well there are more nodes, and the declared pool is judged."),
        new("aws:iam/role:Role option:protect", "Its replacement is refused by the rule on the operation where an access entry names it."),
        new("aws:iam/role:Role name", "Others follow it by reference; the name is no contract."),
    ];
}
