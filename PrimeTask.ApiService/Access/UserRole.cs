
namespace PrimeTask.ApiService.Access;

public enum UserRole
{
    User,
    Admin,
}
