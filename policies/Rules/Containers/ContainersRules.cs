namespace DrInfra.Policies.Rules.Containers;

/// <summary>The pack's rules on containers, Kubernetes and images, in the order of reports.</summary>
internal static class ContainersRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new PodsRunInReplicas(),
        new PodScalingKeepsTwo(),
        new PodsAreSpread(),
        new PodsHaveABudget(),
        new BudgetLetsNodesDrain(),
        new PodsHaveProbes(),
        new PodsStateTheirResources(),
        new PodsHaveAPriority(),
        new ImagesHaveFixedTags(),
        new StatefulSetHasItsService(),
        new ScheduledJobHasADeadline(),
        new VolumeClaimNamesItsClass(),
        new StatefulPodsAreBackedUp(),
        new NamespaceWithDataIsProtected(),
        new ClusterEncryptsItsSecrets(),
        new NodesSurviveAZone(),
        new ServiceRunsTwoTasks(),
        new ImagesAreReplicated(),
        new ImageTagsAreImmutable(),
        new PodsAreSelectedByTheirOwner(),
    ];
}
