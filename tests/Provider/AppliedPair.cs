using System.Diagnostics;
using DrInfra.Policies.Graph;
using DrInfra.Tests.Provider.Tools;

namespace DrInfra.Tests.Provider;

/// <summary>Both shipped stacks, applied to one emulator: what it implements of them. Nearly all of the time is fixed waiting.</summary>
public sealed class AppliedPair : IAsyncLifetime
{
    private static readonly TimeSpan PrimaryLimit = TimeSpan.FromMinutes(4);

    private readonly List<string> _types = [];

    internal Emulator Emulator { get; } = new();

    public ResourceGraph Primary { get; private set; } = null!;

    public ResourceGraph Standby { get; private set; } = null!;

    public ResourceGraph Active { get; private set; } = null!;

    /// <summary>Every Terraform type that was applied.</summary>
    public IReadOnlyList<string> Types => _types;

    internal Terraform Dev { get; private set; } = null!;

    internal Terraform Dr { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Prerequisites.WithoutApply is not null)
        {
            return;
        }

        await Emulator.StartAsync();
        var zone = await AwsCli.AskAsync(Emulator, "us-east-1", "route53 create-hosted-zone --name data.example.com --caller-reference tests");
        var zoneId = $"dns.zoneId={zone.GetProperty("HostedZone").GetProperty("Id").GetString()!.Split('/')[^1]}";
        Primary = await ExportedStack.ShippedAsync("dev", zoneId);
        Standby = await ExportedStack.ShippedAsync("dr", zoneId);
        Active = await ExportedStack.ShippedAsync("dr", zoneId, "activation=active");
        Dev = Terraform.New(Emulator);
        Dr = Terraform.New(Emulator);
        _types.AddRange(AppliedModule.Write(Primary, Dev.Folder));
        _types.AddRange(AppliedModule.Write(Standby, Dr.Folder));
        await Dev.InitAsync();
        await Dr.InitAsync();

        // As in a deployment, a secondary joins a primary that is there; the rest of the two is applied side by side.
        var dev = Dev.ApplyAsync();
        await PrimariesAsync(dev);
        await Task.WhenAll(dev, Dr.ApplyAsync());
    }

    public Task DisposeAsync()
    {
        Emulator.Dispose();
        Dev?.Dispose();
        Dr?.Dispose();
        return Task.CompletedTask;
    }

    private async Task PrimariesAsync(Task dev)
    {
        var watch = Stopwatch.StartNew();
        while (!dev.IsCompleted && watch.Elapsed < PrimaryLimit)
        {
            var found = await AwsCli.AskAsync(Emulator, "eu-west-1", "rds describe-db-clusters");
            if (found.GetProperty("DBClusters").GetArrayLength() >= 3)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromSeconds(2));
        }
    }
}
