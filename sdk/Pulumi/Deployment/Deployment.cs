using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>Runs a program that describes resources. This build of it knows test runs only, see sdk/README.md.</summary>
public sealed partial class Deployment
{
    private static readonly AsyncLocal<DeploymentInstance?> Running = new();

    private readonly IMocks _mocks;
    private readonly TaskTracker _tasks = new();
    private readonly List<Resource> _resources = [];
    private readonly List<string> _errors = [];

    private Deployment(IMocks mocks, TestOptions? options)
    {
        _mocks = mocks;
        ProjectName = options?.ProjectName ?? "project";
        StackName = options?.StackName ?? "stack";
        OrganizationName = options?.OrganizationName ?? "organization";
        RootDirectory = options?.RootDirectory;
        IsDryRun = options?.IsPreview ?? true;
        Config = ConfigValues.FromEnvironment();
    }

    /// <exception cref="InvalidOperationException">No deployment is running here.</exception>
    public static DeploymentInstance Instance =>
        Running.Value ?? throw new InvalidOperationException("Trying to acquire Deployment.Instance before 'Run' was called.");

    internal static Deployment Internal => Instance.Deployment;

    internal string ProjectName { get; }
    internal string StackName { get; }
    internal string OrganizationName { get; }
    internal string? RootDirectory { get; }
    internal bool IsDryRun { get; }
    internal ConfigValues Config { get; }

    internal Stack? Stack
    {
        get;
        set => field = field is null
            ? value
            : throw new InvalidOperationException("A deployment has one stack, and it has been created already.");
    }

    /// <summary>There is no engine whose version could be wrong.</summary>
    public static Task RequirePulumiVersionAsync(string pulumiVersionRange) => Task.CompletedTask;

    /// <summary>Makes the running deployment, if any, wait for the task and report its failure.</summary>
    internal static void Track(Task task) => Running.Value?.Deployment._tasks.Track(task);

    internal void LogError(string message)
    {
        lock (_errors)
        {
            _errors.Add(message);
        }
    }

    private ImmutableArray<Resource> Resources()
    {
        lock (_resources)
        {
            return [.. _resources];
        }
    }

    private void Add(Resource resource)
    {
        lock (_resources)
        {
            _resources.Add(resource);
        }
    }
}
