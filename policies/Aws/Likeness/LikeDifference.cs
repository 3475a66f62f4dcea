namespace DrInfra.Policies.Aws.Likeness;

/// <summary>One thing in which two likes differ.</summary>
/// <param name="Name">The property or option.</param>
/// <param name="First">What the first has; null where only the name can be told.</param>
/// <param name="Second">What the second has.</param>
/// <param name="Weaker">Which is to be changed, as <see cref="WeakerSide"/> says it.</param>
internal sealed record LikeDifference(string Name, string? First, string? Second, int Weaker)
{
    /// <summary>As the second tells it.</summary>
    public string OfSecond => First is null ? Name : $"{Name} is {Second}, but {First} there";

    /// <summary>As the first tells it.</summary>
    public string OfFirst => First is null ? Name : $"{Name} is {First}, but {Second} there";
}
