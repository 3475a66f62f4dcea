using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;

namespace DrInfra.Infra.Permissions;

/// <summary>What reading and writing tables of Keyspaces takes, in one Region.</summary>
public static class KeyspaceStatements
{
    // Tables that are in several Regions have actions of their own
    // (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonkeyspacesforapachecassandra.html).
    private static readonly string[] Read = ["cassandra:Select", "cassandra:SelectMultiRegionResource"];

    private static readonly string[] ReadAndWrite = Actions.Sorted([.. Read, "cassandra:Modify", "cassandra:ModifyMultiRegionResource"]);

    /// <summary>Of pods: their tables, what drivers read of the service, and the endpoints of the network that they spread requests over.</summary>
    public static IEnumerable<Statement> OfPods(PairIdentity pair, WorkloadSettings workload, string region) =>
    [
        Use(pair, region, [workload]),
        SeeTheService(pair, region),
        new()
        {
            // The service looks them up as the caller. Neither action takes a resource
            // (https://docs.aws.amazon.com/keyspaces/latest/devguide/vpc-endpoints.html).
            Sid = "FindTheEndpointsOfKeyspaces",
            Action = ["ec2:DescribeNetworkInterfaces", "ec2:DescribeVpcEndpoints"],
            Resource = ["*"],
        },
    ];

    /// <summary>
    /// The policy of a network's endpoint: the tables of these workloads, for identities of the account, and nothing else of the service. Null
    /// where no workload has any.
    /// </summary>
    public static string? EndpointPolicy(PairIdentity pair, IEnumerable<WorkloadSettings> workloads, string region)
    {
        WorkloadSettings[] users = [.. workloads.Where(workload => workload.WideColumns.Any())];
        return users.Length == 0 ? null
            : PolicyDocument.Of([OfAccount(pair, Use(pair, region, users)), OfAccount(pair, SeeTheService(pair, region))]);
    }

    private static Statement Use(PairIdentity pair, string region, IEnumerable<WorkloadSettings> workloads) => new()
    {
        Sid = "UseTablesOfKeyspaces",
        Action = ReadAndWrite,
        Resource =
        [
            .. from workload in workloads
               from store in workload.WideColumns
               select Arns.KeyspaceTable(region, pair.AccountId, pair.Names.Keyspace(workload.Name, store.Name), Names.KeyspaceTable(store.Name)),
        ],
    };

    // Drivers ask the system tables for peers and schema before anything else.
    private static Statement SeeTheService(PairIdentity pair, string region) => new()
    {
        Sid = "ReadSystemTablesOfKeyspaces",
        Action = Read,
        Resource = [Arns.SystemKeyspaces(region, pair.AccountId)],
    };

    private static Statement OfAccount(PairIdentity pair, Statement statement) => statement with
    {
        Principal = new() { ["AWS"] = ["*"] },
        Condition = new() { ["StringEquals"] = new() { ["aws:PrincipalAccount"] = [pair.AccountId] } },
    };
}
