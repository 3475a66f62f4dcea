using DrInfra.Infra.Functions.Follower.Protocol;
using DrInfra.Recovery.Protocol;
using k8s;
using k8s.LeaderElection;
using k8s.LeaderElection.ResourceLock;

namespace DrInfra.Infra.Functions.Follower.Services;

/// <summary>
/// Which of the followers of a cluster acts, by a Lease of Kubernetes, so that they do not disturb each other. No more hangs on it: two that act
/// at once hold one lease for one Region, by conditional writes.
/// </summary>
internal sealed class Leadership(IKubernetes cluster, string space, LeaseTimes times)
{
    /// <summary>Leads again and again, until stopped. <paramref name="lead"/> is cancelled when another may lead.</summary>
    public async Task RunAsync(Func<CancellationToken, Task> lead, CancellationToken stop)
    {
        // The name of a pod is that of its host.
        var identity = $"{Environment.MachineName}_{Environment.ProcessId}";
        while (!stop.IsCancellationRequested)
        {
            using var leads = CancellationTokenSource.CreateLinkedTokenSource(stop);
            using var elector = new LeaderElector(new LeaderElectionConfig(new LeaseLock(cluster, space, LeaseProtocol.LeaderLease, identity))
            {
                // Another one leads, and has renewed, before a permission that was renewed just before ends.
                LeaseDuration = times.Renews - times.Looks,
                RenewDeadline = (times.Renews - times.Looks) / 2,
                RetryPeriod = times.Looks / 2,
            });
            var leading = Task.CompletedTask;
            elector.OnStartedLeading += () =>
            {
                Log.Say("leadership.won", ("identity", identity));
                leading = Task.Run(() => lead(leads.Token));
            };
            try
            {
                await elector.RunUntilLeadershipLostAsync(stop);
            }
            catch (Exception fault) when (!stop.IsCancellationRequested)
            {
                Log.Say("leadership.unclear", ("error", fault.Message));
            }
            catch (Exception)
            {
                // The process was asked to end.
            }

            await leads.CancelAsync();
            await leading;
            await Task.Delay(times.Looks, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
