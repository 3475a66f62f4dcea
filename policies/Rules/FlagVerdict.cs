namespace DrInfra.Policies.Rules;

/// <summary>The verdict on a flag that must have one value.</summary>
internal static class FlagVerdict
{
    /// <param name="serviceDefault">What holds where the program says nothing.</param>
    /// <param name="message">The violation.</param>
    public static Verdict Of(Prop flag, bool wanted, bool serviceDefault, string message)
    {
        if (flag.IsUnknown)
        {
            return Verdict.Unknown(flag.Path);
        }

        return (flag.Flag ?? serviceDefault) == wanted ? Verdict.Compliant : Verdict.Violation(message, flag.Path);
    }
}
