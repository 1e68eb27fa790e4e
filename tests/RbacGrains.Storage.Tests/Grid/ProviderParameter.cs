using System.Data;
using System.Data.Common;

namespace RbacGrains.Storage.Tests;

/// <summary>A parameter as the providers of Orleans give it: without the sign before its name, with a type even when it is null.</summary>
internal sealed record ProviderParameter(string Name, object? Value, DbType Type)
{
    public static ProviderParameter Int(string name, int? value) => new(name, value, DbType.Int32);

    public static ProviderParameter Long(string name, long value) => new(name, value, DbType.Int64);

    public static ProviderParameter Text(string name, string? value) => new(name, value, DbType.String);

    public static ProviderParameter Bytes(string name, byte[] value) => new(name, value, DbType.Binary);

    public static ProviderParameter Moment(string name, DateTime value) => new(name, value, DbType.DateTime);

    /// <summary>Adds it to a command.</summary>
    public void AddTo(DbCommand command)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = Name;
        parameter.Value = Value ?? DBNull.Value;
        parameter.DbType = Type;
        parameter.Direction = ParameterDirection.Input;
        command.Parameters.Add(parameter);
    }
}
