namespace DrInfra.Policies.Aws;

/// <summary>Snapshots that a service takes once a day by itself.</summary>
/// <param name="Days">How long they are kept; 0 where none is taken.</param>
/// <param name="Window">When they are taken, <c>03:00-04:00</c>.</param>
/// <param name="Off">Why there are none where none is kept.</param>
internal readonly record struct DailySnapshots(StatedNumber Days, Prop Window, string Off)
{
    /// <summary>Null where no window is stated.</summary>
    public TimeSpan? WindowLength =>
        Window.Text?.Split('-') is [var from, var to] && TimeOnly.TryParse(from, out var start) && TimeOnly.TryParse(to, out var end) ? end - start : null;
}
