using DrInfra.Policies.Aws.Mwaa;
using DrInfra.Recovery;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>What an Airflow environment knows of its runs, its variables and its connections: in a database that stays in its Region.</summary>
internal sealed class AirflowReader : IStoreReader
{
    public IReadOnlyList<string> Types { get; } = [];

    public IEnumerable<Store> Read(StoreContext context)
    {
        foreach (var twins in RegionTwins.Of(context, AirflowEnvironment.All(context.Estate).Select(environment => environment.Node)))
        {
            var store = JobStates.Of(context, twins);
            var dags = new AirflowEnvironment(store.Node).Dags.Path;
            var stays = $"its metadata database stays in {store.Home ?? "its Region"}";
            var copy = new CopyBuilder("metadata database", store.Home, store.Node)
                .KeptByTheService(
                    "runs, variables and connections", "the service keeps them apart from schedulers and workers",
                    context.Estimates.Duration("the service starts schedulers and workers again", "capacity", store.Workload, store.Label, store.Node.Urn))
                .Loses(
                    Reason.Uncertain("whether its DAGs write its metadata database to a bucket is not known", store.Node, dags),
                    Disruption.Corruption, Disruption.Account);
            yield return store with
            {
                Copies =
                [
                    copy.Loses(Disruption.Region, twins.Count == 1
                        ? new Reason($"{stays}, and no environment of its name is in another one", store.Node)
                        : Reason.Uncertain(
                            $"{stays}: whether its DAGs write it to a bucket for the other environment is not known", store.Node, dags)).Build(),
                ],
            };
        }
    }
}
