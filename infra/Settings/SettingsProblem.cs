namespace DrInfra.Infra.Settings;

/// <summary>One mistake in the settings.</summary>
/// <param name="Key">Where: the full key and the path inside its value, <c>drinfra:workloads[0].tier</c>.</param>
/// <param name="File">The file that holds it, or the files that may.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Got">The value got, as JSON text; <c>nothing</c> when it is missing.</param>
/// <param name="Allowed">What is allowed there.</param>
/// <param name="Cure">What to run or to edit.</param>
public sealed record SettingsProblem(string Key, string File, string What, string Got, string Allowed, string Cure)
{
    /// <summary>The problem on four lines.</summary>
    public override string ToString() =>
        $"{Key} ({File}): {What}\n     got:     {Got}\n     allowed: {Allowed}\n     cure:    {Cure}";
}
