namespace DrInfra.Drctl.Emulation;

/// <summary>No randomness here: a placeholder of the asked length, the same every time, that is never a real password.</summary>
internal static class RandomResources
{
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    public static IReadOnlyList<EmulatedType> Types { get; } =
    [
        new("random:index/randomPassword:RandomPassword", Password, IdentityScope.Nowhere),
    ];

    private static EmulatedResource Password(EmulationRequest request)
    {
        var length = request.Number("length") ?? 0;
        if (length < 1)
        {
            throw request.Refuse("length", request.Number("length"), "the provider takes 1 or more.");
        }

        var result = StableIds.Characters(length, Alphabet, request.AccountId, request.Type, request.Name, "placeholder");
        return EmulatedOutputs.Of(request)
            .Set("result", result)
            .Set("bcryptHash", "$2a$10$" + StableIds.Mixed(53, request.AccountId, request.Type, request.Name, "hash"))
            .Default("lower", true)
            .Default("upper", true)
            .Default("numeric", true)
            .Default("number", true)
            .Default("special", true)
            .Default("minLower", 0)
            .Default("minUpper", 0)
            .Default("minNumeric", 0)
            .Default("minSpecial", 0)
            .Secret("result", "bcryptHash")
            .WithId("none");
    }
}
