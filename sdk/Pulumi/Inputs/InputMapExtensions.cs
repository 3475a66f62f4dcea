namespace Pulumi;

public static class InputMapExtensions
{
    public static void Add<T0, T1>(this InputMap<Union<T0, T1>> map, string key, Input<T0> value)
    {
        InputUnion<T0, T1> either = value;
        map.Add(key, either);
    }

    public static void Add<T0, T1>(this InputMap<Union<T0, T1>> map, string key, Input<T1> value)
    {
        InputUnion<T0, T1> either = value;
        map.Add(key, either);
    }
}
