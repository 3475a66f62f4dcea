namespace DrInfra.Tests.Drctl.Recording;

/// <summary>The clouds of the programs here: each custom resource gets an id and an ARN, at once or after a while on another thread.</summary>
internal static class Clouds
{
    public static RecordingCloud Of(bool slow = false) => new()
    {
        Resource = async args =>
        {
            if (args.Name == "refused")
            {
                throw new InvalidOperationException("the service takes no such thing");
            }

            if (slow)
            {
                await Task.Delay(args.Name!.Length % 3);
            }

            return args.Name == "no-id" ? (null, args.Inputs) : ($"{args.Name}-id", args.Inputs.SetItem("arn", $"arn:{args.Name}"));
        },
    };
}
