using DrInfra.Infra.Functions.Follower.Protocol;

namespace DrInfra.Tests.Functions.Protocol;

/// <summary>The item of the lease, and nothing else.</summary>
internal sealed class SimulatedTable
{
    public Lease? Lease { get; private set; }

    public bool Write(Lease? on, Lease to)
    {
        if (on != Lease)
        {
            return false;
        }

        Lease = to;
        return true;
    }
}
