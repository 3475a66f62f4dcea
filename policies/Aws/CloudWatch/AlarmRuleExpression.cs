namespace DrInfra.Policies.Aws.CloudWatch;

/// <summary>The condition of a composite alarm.</summary>
internal abstract record AlarmRuleExpression
{
    /// <summary>The alarms that it names, in order.</summary>
    public abstract IEnumerable<string> Names { get; }

    /// <summary>Whether it rings while one alarm is in ALARM and all others are OK; with none named, while all are OK.</summary>
    public abstract bool RingsFor(string? alarm);

    /// <summary><c>ALARM(x)</c>, <c>OK(x)</c> or <c>INSUFFICIENT_DATA(x)</c>.</summary>
    public sealed record State(string Wanted, string Alarm) : AlarmRuleExpression
    {
        public override IEnumerable<string> Names => [Alarm];

        public override bool RingsFor(string? alarm) => Wanted == (alarm == Alarm ? "ALARM" : "OK");
    }

    public sealed record Constant(bool Value) : AlarmRuleExpression
    {
        public override IEnumerable<string> Names => [];

        public override bool RingsFor(string? alarm) => Value;
    }

    public sealed record Not(AlarmRuleExpression Inner) : AlarmRuleExpression
    {
        public override IEnumerable<string> Names => Inner.Names;

        public override bool RingsFor(string? alarm) => !Inner.RingsFor(alarm);
    }

    public sealed record All(IReadOnlyList<AlarmRuleExpression> Parts) : AlarmRuleExpression
    {
        public override IEnumerable<string> Names => Parts.SelectMany(part => part.Names);

        public override bool RingsFor(string? alarm) => Parts.All(part => part.RingsFor(alarm));
    }

    public sealed record Any(IReadOnlyList<AlarmRuleExpression> Parts) : AlarmRuleExpression
    {
        public override IEnumerable<string> Names => Parts.SelectMany(part => part.Names);

        public override bool RingsFor(string? alarm) => Parts.Any(part => part.RingsFor(alarm));
    }

    /// <summary><c>AT_LEAST(2, ALARM, (a, b, c))</c>.</summary>
    public sealed record AtLeast(int Count, IReadOnlyList<State> Parts) : AlarmRuleExpression
    {
        public override IEnumerable<string> Names => Parts.Select(part => part.Alarm);

        public override bool RingsFor(string? alarm) => Parts.Count(part => part.RingsFor(alarm)) >= Count;
    }
}
