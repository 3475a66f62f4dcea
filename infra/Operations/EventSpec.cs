namespace DrInfra.Infra.Operations;

/// <summary>One event rule of a Region, before it is a resource.</summary>
/// <param name="Workload">The workload, or <c>shared</c>.</param>
/// <param name="Part">Its part of the name, for example <c>journal-copied</c>.</param>
/// <param name="Description">What it means that it matches.</param>
/// <param name="Pattern">The pattern, as JSON.</param>
/// <param name="TellsPeople">Whether people are told; else the event is kept in a log, and an alarm counts it.</param>
public sealed record EventSpec(string Workload, string Part, string Description, string Pattern, bool TellsPeople);
