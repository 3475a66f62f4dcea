using System.Collections.Concurrent;
using System.Collections.Immutable;
using Moq;
using Pulumi;
using Pulumi.Testing;

namespace DrInfra.Tests.Infra;

/// <summary>One declared resource, as the engine would be told of it.</summary>
internal sealed record Declaration(string Type, string Name, ImmutableDictionary<string, object> Inputs, string Provider, ResourceOptions Options)
{
    /// <summary>An input along a path such as <c>rules[0].destination.bucket</c>; null where it is absent.</summary>
    public object? this[string path]
    {
        get
        {
            object? value = Inputs;
            foreach (var step in path.Split('.', '['))
            {
                value = value switch
                {
                    ImmutableArray<object> list when step.EndsWith(']') => list.ElementAtOrDefault(int.Parse(step[..^1])),
                    ImmutableDictionary<string, object> map => map.GetValueOrDefault(step),
                    _ => null,
                };
            }

            return value;
        }
    }

    /// <summary>The names of what it is declared to come after, sorted.</summary>
    public IReadOnlyList<string> After
    {
        get
        {
            IEnumerable<Resource> after = [];
            ((Output<ImmutableArray<Resource>>)Options.DependsOn).Apply(resources => after = [.. resources]);
            return [.. after.Select(resource => resource.GetResourceName()).Order(StringComparer.Ordinal)];
        }
    }
}

/// <summary>Runs declarations under mocks that echo inputs, and keeps what was declared with its options.</summary>
internal sealed class Declarations
{
    private static readonly ImmutableDictionary<string, object> OfCluster = ImmutableDictionary<string, object>.Empty
        .Add("certificateAuthority", ImmutableDictionary<string, object>.Empty.Add("data", "Y2VydGlmaWNhdGU="))
        .Add("vpcConfig", ImmutableDictionary<string, object>.Empty.Add("clusterSecurityGroupId", "sg-of-the-cluster"));

    private readonly List<Declaration> _all;

    private Declarations(List<Declaration> all) => _all = all;

    public IReadOnlyList<Declaration> All => _all;

    /// <param name="declare">The declarations.</param>
    /// <param name="answer">What provider functions return; none may be called without it.</param>
    public static async Task<Declarations> OfAsync(Action declare, Func<MockCallArgs, ImmutableDictionary<string, object>>? answer = null)
    {
        var options = new ConcurrentDictionary<(string, string), ResourceOptions>();
        var cloud = new RecordingCloud
        {
            Resource = args => RecordingCloud.Answer(args, args.Inputs
                .SetItem("arn", $"arn:{args.Name}")
                .SetItem("keyId", $"{args.Name}-key-id")
                .SetItem("endpoint", $"{args.Name}.example")
                .SetItem("dnsName", $"{args.Name}.dns.example")
                .SetItem("zoneId", $"{args.Name}-zone")
                .SetItem("result", Output.CreateSecret("generated"))
                .SetItems(args.Type == "aws:eks/cluster:Cluster" ? OfCluster : [])),
            Call = args => Task.FromResult<object>((answer ?? throw new InvalidOperationException($"{args.Token} is called"))(args)),
        };
        var services = new Mock<IServiceProvider>();
        services.Setup(provider => provider.GetService(typeof(Host))).Returns(() => new Host(declare, args =>
        {
            options[(args.Resource.GetResourceType(), args.Resource.GetResourceName())] = args.Options;
            return null;
        }));
        await Deployment.TestWithServiceProviderAsync<Host>(
            cloud, services.Object, new TestOptions { ProjectName = "drinfra", StackName = "test" });
        return new Declarations([.. cloud.Resources
            .Select(args => new Declaration(args.Type!, args.Name!, args.Inputs, args.Provider ?? string.Empty, options[(args.Type!, args.Name!)]))
            .OrderBy(declaration => declaration.Type, StringComparer.Ordinal)
            .ThenBy(declaration => declaration.Name, StringComparer.Ordinal)]);
    }

    public IReadOnlyList<Declaration> Of(string type) => [.. _all.Where(declaration => declaration.Type == type)];

    public Declaration Single(string type) => Assert.Single(Of(type));

    public Declaration Named(string name) => Assert.Single(_all, declaration => declaration.Name == name);

    /// <summary>How many of each type of custom resource were declared, providers left out.</summary>
    public IReadOnlyDictionary<string, int> Counts => _all
        .Where(declaration =>
            !declaration.Type.StartsWith("pulumi:", StringComparison.Ordinal) && !declaration.Type.StartsWith("drinfra:", StringComparison.Ordinal))
        .GroupBy(declaration => declaration.Type.Split(':')[^1])
        .ToDictionary(group => group.Key, group => group.Count());

    private sealed class Host : Stack
    {
        public Host(Action declare, ResourceTransformation record)
            : base(new StackOptions { ResourceTransformations = { record } }) => declare();
    }
}
