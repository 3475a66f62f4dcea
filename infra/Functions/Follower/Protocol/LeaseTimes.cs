namespace DrInfra.Infra.Functions.Follower.Protocol;

/// <summary>The times of the protocol. recovery/Protocol/LeaseProtocol.cs has the shipped ones.</summary>
/// <param name="Lasts">How long a permission lasts, from the start of its renewal.</param>
/// <param name="TakesAfter">How long a lease stands still before it is taken. Clocks may differ in speed by less than TakesAfter / Lasts.</param>
/// <param name="Renews">The time between renewals.</param>
/// <param name="Looks">The time between looks. Whoever has a permission stops this much before its end, so that there is time for stopping.</param>
internal sealed record LeaseTimes(TimeSpan Lasts, TimeSpan TakesAfter, TimeSpan Renews, TimeSpan Looks)
{
    /// <summary>After this a request is given up: while a permission lasts there is time for others.</summary>
    public TimeSpan RequestLimit => Lasts / 6;
}
